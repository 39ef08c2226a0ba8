import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route';

export const deadLettersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/dead-letters',
  component: lazyRouteComponent(() => import('@/features/dead-letters/dead-letters-page'), 'DeadLettersPage'),
});
