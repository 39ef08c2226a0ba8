import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inboxRoute } from './inbox-route';

export const conversationRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$conversationId',
  validateSearch: (search: Record<string, unknown>): { pane?: 'customer' } =>
    search.pane === 'customer' ? { pane: 'customer' } : {},
  component: lazyRouteComponent(() => import('./conversation-page'), 'ConversationPage'),
});
