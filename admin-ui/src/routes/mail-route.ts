import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route';

export const mailRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/mail',
  component: lazyRouteComponent(() => import('@/features/mail/mail-page'), 'MailPage'),
});
