import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route';

export const replaysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/replays',
  component: lazyRouteComponent(() => import('@/features/replays/replays-page'), 'ReplaysPage'),
});

export const replayRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/replays/$replayId',
  component: lazyRouteComponent(() => import('@/features/replays/replay-page'), 'ReplayPage'),
});
