import { apiKeysRoute } from './api-keys-route';
import { channelRoute, channelsRoute, newChannelRoute } from './channels-routes';
import { conversationRoute } from './conversation-route';
import { deadLettersRoute } from './dead-letters-route';
import { emptyInboxRoute, inboxRoute } from './inbox-route';
import { pluginsRoute } from './plugins-route';
import { rootRoute } from './root-route';
import { setupRoute } from './setup-route';
import { signInRoute } from './sign-in-route';
import { homeRoute, workspaceRoute } from './workspace-route';

export const routeTree = rootRoute.addChildren([
  setupRoute,
  signInRoute,
  workspaceRoute.addChildren([
    homeRoute,
    inboxRoute.addChildren([emptyInboxRoute, conversationRoute]),
    channelsRoute,
    newChannelRoute,
    channelRoute,
    pluginsRoute,
    deadLettersRoute,
    apiKeysRoute,
  ]),
]);
