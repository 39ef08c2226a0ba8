import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { createQueryClient } from '@/api/query-client';
import { leaveEndedSession } from './leave-ended-session';
import { createAppRouter } from './router';
import { cssVariables, theme } from './theme';

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(styleNonce);

const colorSchemeManager = localStorageColorSchemeManager({ key: 'color-scheme' });
const queryClient = createQueryClient(() => void leaveEndedSession());
const router = createAppRouter(queryClient);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={() => styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="top-right" containerWidth={304} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
