import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseSearchFilters } from '@/lib/search-filters';
import { workspaceRoute } from './workspace-route';

export const searchRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/search',
  validateSearch: parseSearchFilters,
  component: lazyRouteComponent(() => import('@/features/search/search-page'), 'SearchPage'),
});
