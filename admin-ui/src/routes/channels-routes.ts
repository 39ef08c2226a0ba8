import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route';

export const channelsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/channels',
  component: lazyRouteComponent(() => import('@/features/channels/channels-page'), 'ChannelsPage'),
});

export const newChannelRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/channels/new',
  component: lazyRouteComponent(() => import('@/features/channels/new-channel-page'), 'NewChannelPage'),
});

export const channelRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/channels/$channelId',
  component: lazyRouteComponent(() => import('@/features/channels/channel-page'), 'ChannelPage'),
});
