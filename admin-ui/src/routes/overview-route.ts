import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseBehindFilters } from '@/lib/behind-filters';
import { parseOverviewSearch } from '@/lib/overview-period';
import { workspaceRoute } from './workspace-route';

export const overviewRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/overview',
  validateSearch: parseOverviewSearch,
  component: lazyRouteComponent(() => import('@/features/overview/overview-page'), 'OverviewPage'),
});

export const behindRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/overview/conversations',
  validateSearch: parseBehindFilters,
  component: lazyRouteComponent(() => import('@/features/overview/behind-page'), 'BehindPage'),
});
