import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseMessageFilters } from '@/lib/message-filters';
import { workspaceRoute } from './workspace-route';

export const messagesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/messages',
  validateSearch: parseMessageFilters,
  component: lazyRouteComponent(() => import('@/features/messages/messages-page'), 'MessagesPage'),
});
