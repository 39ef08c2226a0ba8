import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route';

export const channelsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/channels',
  component: lazyRouteComponent(() => import('@/features/channels/channels-page'), 'ChannelsPage'),
});

export const newChannelRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/channels/new',
  component: lazyRouteComponent(() => import('@/features/channels/new-channel-page'), 'NewChannelPage'),
});

export const channelRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/channels/$channelId',
  component: lazyRouteComponent(() => import('@/features/channels/channel-page'), 'ChannelPage'),
});
