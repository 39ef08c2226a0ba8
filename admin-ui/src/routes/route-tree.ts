import { apiKeysRoute } from './api-keys-route';
import { blockedAuthorsRoute } from './blocked-authors-route';
import { channelRoute, channelsRoute, newChannelRoute } from './channels-routes';
import { conversationRoute } from './conversation-route';
import { customerRoute, customersRoute } from './customers-routes';
import { deadLettersRoute } from './dead-letters-route';
import { emptyInboxRoute, inboxRoute } from './inbox-route';
import { forgotPasswordRoute, invitationRoute, newPasswordRoute } from './link-routes';
import { organisationRoute, peopleRoute } from './people-routes';
import { mailRoute } from './mail-route';
import { messagesRoute } from './messages-route';
import { notificationSettingsRoute, notificationsRoute } from './notifications-routes';
import { behindRoute, overviewRoute } from './overview-route';
import { pluginsRoute } from './plugins-route';
import { newRecordRoute, recordDeliveriesRoute, recordRoute, recordsRoute } from './records-routes';
import { replayRoute, replaysRoute } from './replays-routes';
import { rootRoute } from './root-route';
import { rulesRoute, teamsRoute } from './routing-routes';
import { searchRoute } from './search-route';
import { settingsHomeRoute, settingsRoute } from './settings-route';
import { setupRoute } from './setup-route';
import { signInRoute } from './sign-in-route';
import { topicsRoute } from './topics-route';
import { homeRoute, workspaceRoute } from './workspace-route';

export const routeTree = rootRoute.addChildren([
  setupRoute,
  signInRoute,
  invitationRoute,
  newPasswordRoute,
  forgotPasswordRoute,
  workspaceRoute.addChildren([
    homeRoute,
    overviewRoute,
    behindRoute,
    messagesRoute,
    searchRoute,
    notificationsRoute,
    notificationSettingsRoute,
    inboxRoute.addChildren([emptyInboxRoute, conversationRoute]),
    customersRoute,
    customerRoute,
    settingsHomeRoute,
    settingsRoute.addChildren([
      channelsRoute,
      newChannelRoute,
      channelRoute,
      recordsRoute,
      newRecordRoute,
      recordRoute,
      recordDeliveriesRoute,
      topicsRoute,
      blockedAuthorsRoute,
      rulesRoute,
      teamsRoute,
      replaysRoute,
      replayRoute,
      pluginsRoute,
      mailRoute,
      deadLettersRoute,
      apiKeysRoute,
      peopleRoute,
      organisationRoute,
    ]),
  ]),
]);
