import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconClock, IconRotate, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '@/api/types';
import { SnoozeMenu } from '@/components/snooze-menu';
import { formatFull } from '@/lib/format';
import { ConversationControls } from './conversation-controls';
import classes from './conversation.module.css';
import { MoreMenu } from './more-menu';
import type { useConversationChanges } from './use-conversation-changes';

interface ConversationHeaderProps {
  conversation: ConversationDetail;
  changes: ReturnType<typeof useConversationChanges>;
  mayWork: boolean;
  snoozing: boolean;
  onSnoozing: (opened: boolean) => void;
  onToggleResolved: () => void;
}

export function ConversationHeader({ conversation, changes, mayWork, snoozing, onSnoozing, onToggleResolved }: ConversationHeaderProps) {
  const { t } = useTranslation('conversation');
  const { customer, channel } = conversation;
  const away = conversation.status === 'resolved' || conversation.status === 'snoozed' || conversation.status === 'spam';
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
          {conversation.snoozedUntil && <> · {t('snoozedUntil', { time: formatFull(conversation.snoozedUntil) })}</>}
          {customer.blocked && <strong className={classes.blocked}> · {t('blocked')}</strong>}
        </div>
      </div>
      {mayWork && (
        <div className={classes.actions}>
          <Button
            size="xs"
            variant={away ? 'default' : 'light'}
            leftSection={away ? <IconRotate size={16} /> : <IconCheck size={16} />}
            loading={changes.status.isPending || changes.wake.isPending || changes.notSpam.isPending}
            onClick={onToggleResolved}
          >
            {conversation.status === 'spam' ? t('bringBack') : away ? t('reopen') : t('resolve')}
          </Button>
          {conversation.status !== 'spam' && (
            <SnoozeMenu opened={snoozing} onChange={onSnoozing} onChoose={(until) => changes.snooze.mutate(until)}>
              <ActionIcon size="lg" variant="subtle" color="gray" aria-label={t('snooze')} title={t('snooze')} loading={changes.snooze.isPending}><IconClock size={18} /></ActionIcon>
            </SnoozeMenu>
          )}
          <MoreMenu conversation={conversation} changes={changes} />
        </div>
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
      <ConversationControls
        conversation={conversation}
        changes={changes}
        disabled={!mayWork || conversation.status === 'spam'}
        onStatus={(status) => (status === 'resolved' ? onToggleResolved() : changes.status.mutate({ status }))}
      />
    </header>
  );
}
