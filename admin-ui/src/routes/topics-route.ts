import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route';

export const topicsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/topics',
  component: lazyRouteComponent(() => import('@/features/topics/topics-page'), 'TopicsPage'),
});
