import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route';

export const pluginsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/plugins',
  component: lazyRouteComponent(() => import('@/features/plugins/plugins-page'), 'PluginsPage'),
});
