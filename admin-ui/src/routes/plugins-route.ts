import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route';

export const pluginsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/plugins',
  component: lazyRouteComponent(() => import('@/features/plugins/plugins-page'), 'PluginsPage'),
});
