import common from '@/components/en.json';
import access from '@/features/access/en.json';
import apiKeys from '@/features/api-keys/en.json';
import blockedAuthors from '@/features/blocked-authors/en.json';
import channels from '@/features/channels/en.json';
import conversation from '@/features/conversation/en.json';
import customer from '@/features/customer/en.json';
import deadLetters from '@/features/dead-letters/en.json';
import inbox from '@/features/inbox/en.json';
import mail from '@/features/mail/en.json';
import messages from '@/features/messages/en.json';
import notifications from '@/features/notifications/en.json';
import organisation from '@/features/organisation/en.json';
import overview from '@/features/overview/en.json';
import people from '@/features/people/en.json';
import plugins from '@/features/plugins/en.json';
import records from '@/features/records/en.json';
import replays from '@/features/replays/en.json';
import rules from '@/features/rules/en.json';
import search from '@/features/search/en.json';
import shell from '@/features/shell/en.json';
import teams from '@/features/teams/en.json';
import topics from '@/features/topics/en.json';

export const resources = {
  common, access, apiKeys, blockedAuthors, channels, conversation, customer, deadLetters, inbox, mail, messages, notifications, organisation,
  overview, people, plugins, records, replays, rules, search, shell, teams, topics,
};
