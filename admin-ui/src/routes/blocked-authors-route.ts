import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route';

export const blockedAuthorsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/blocked-authors',
  component: lazyRouteComponent(() => import('@/features/blocked-authors/blocked-authors-page'), 'BlockedAuthorsPage'),
});
