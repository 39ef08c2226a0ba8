import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route';

export const apiKeysRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('@/features/api-keys/api-keys-page'), 'ApiKeysPage'),
});
