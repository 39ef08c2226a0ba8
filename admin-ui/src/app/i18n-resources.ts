import common from '@/components/en.json';
import access from '@/features/access/en.json';
import apiKeys from '@/features/api-keys/en.json';
import channels from '@/features/channels/en.json';
import conversation from '@/features/conversation/en.json';
import customer from '@/features/customer/en.json';
import deadLetters from '@/features/dead-letters/en.json';
import inbox from '@/features/inbox/en.json';
import plugins from '@/features/plugins/en.json';
import shell from '@/features/shell/en.json';

export const resources = {
  common, access, apiKeys, channels, conversation, customer, deadLetters, inbox, plugins, shell,
};
