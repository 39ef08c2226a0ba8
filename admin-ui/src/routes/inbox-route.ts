import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseInboxFilters } from '@/lib/inbox-filters';
import { workspaceRoute } from './workspace-route';

export const inboxRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/inbox',
  validateSearch: parseInboxFilters,
  component: lazyRouteComponent(() => import('@/features/inbox/inbox-layout'), 'InboxLayout'),
});

export const emptyInboxRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/inbox/nothing-open'), 'NothingOpen'),
});
