import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route';

/** Lays the pages of those who look after the workspace beside their list; it adds nothing to their addresses. */
export const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  id: 'administration',
  component: lazyRouteComponent(() => import('@/features/shell/settings-layout'), 'SettingsLayout'),
});

export const settingsHomeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  beforeLoad: () => { throw redirect({ to: '/channels' }); },
});
