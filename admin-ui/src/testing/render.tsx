import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';

export function renderUi(element: ReactElement) {
  return render(element, { wrapper: ({ children }) => <MantineProvider env="test">{children}</MantineProvider> });
}
