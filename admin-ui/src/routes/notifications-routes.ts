import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route';

export const notificationsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/notifications',
  validateSearch: (search: Record<string, unknown>): { unread?: true } => (search.unread === true ? { unread: true } : {}),
  component: lazyRouteComponent(() => import('@/features/notifications/notifications-page'), 'NotificationsPage'),
});

export const notificationSettingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/notification-settings',
  component: lazyRouteComponent(() => import('@/features/notifications/notification-settings-page'), 'NotificationSettingsPage'),
});
