import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, redirect } from '@tanstack/react-router';
import { setupQuery } from '@/api/session';
import { NotFound } from '@/components/not-found';

interface RouterContext {
  queryClient: QueryClient;
}

/** While the server has no account, every address leads to the set-up page. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  beforeLoad: async ({ context, location }) => {
    const { required } = await context.queryClient.ensureQueryData(setupQuery);
    if (required && location.pathname !== '/setup') throw redirect({ to: '/setup' });
    if (!required && location.pathname === '/setup') throw redirect({ to: '/' });
  },
  notFoundComponent: NotFound,
});
