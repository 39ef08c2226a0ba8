import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconRotate, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '@/api/types';
import { ConversationControls } from './conversation-controls';
import classes from './conversation.module.css';
import type { useConversationChanges } from './use-conversation-changes';

interface ConversationHeaderProps {
  conversation: ConversationDetail;
  changes: ReturnType<typeof useConversationChanges>;
  mayWork: boolean;
  onToggleResolved: () => void;
}

export function ConversationHeader({ conversation, changes, mayWork, onToggleResolved }: ConversationHeaderProps) {
  const { t } = useTranslation('conversation');
  const { customer, channel } = conversation;
  const resolved = conversation.status === 'resolved';
  return (
    <header className={classes.header}>
      <Tooltip label={t('back')}>
        <ActionIcon
          className={classes.toList}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('back')}
          renderRoot={(props) => <Link to="/inbox" search={(before) => ({ ...before, pane: undefined })} {...props} />}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
      </Tooltip>
      <div className={classes.who}>
        <h2 className={classes.name}><bdi>{customer.name || customer.handle || t('unknownName', { ns: 'common' })}</bdi></h2>
        <div className={classes.via}>
          {customer.handle && <bdi>@{customer.handle}</bdi>} <bdi>{t('via', { channel: channel.name })}</bdi>
        </div>
      </div>
      <ConversationControls conversation={conversation} changes={changes} disabled={!mayWork} />
      {mayWork && (
        <Button
          className={classes.resolve}
          size="xs"
          variant={resolved ? 'default' : 'light'}
          leftSection={resolved ? <IconRotate size={16} /> : <IconCheck size={16} />}
          loading={changes.status.isPending}
          onClick={onToggleResolved}
        >
          {resolved ? t('reopen') : t('resolve')}
        </Button>
      )}
      <Tooltip label={t('customer')}>
        <ActionIcon
          className={classes.toCustomer}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('customer')}
          renderRoot={(props) => (
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: conversation.id }}
              search={(before) => ({ ...before, pane: 'customer' as const })}
              {...props}
            />
          )}
        >
          <IconUserCircle size={20} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}
