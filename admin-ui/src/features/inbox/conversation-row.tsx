import { Badge, Checkbox } from '@mantine/core';
import { IconClock, IconCornerUpLeft, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConversationItem } from '@/api/types';
import { Moment } from '@/components/moment';
import { Paperclip } from '@/components/timeline/paperclip';
import { UserAvatar } from '@/components/user-avatar';
import { formatFull, formatMoment } from '@/lib/format';
import classes from './conversation-row.module.css';
import { RowLabels } from './row-labels';

interface ConversationRowProps {
  item: ConversationItem;
  open: boolean;
  selected: boolean;
  onSelect: ((id: string, range?: boolean) => void) | undefined;
}

export function ConversationRow({ item, open, selected, onSelect }: ConversationRowProps) {
  const { t } = useTranslation('inbox');
  const name = item.customer.name || item.customer.handle || t('unknownName', { ns: 'common' });
  return (
    <li className={classes.item} data-selected={selected || undefined}>
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId: item.id }}
        search={(before) => ({ ...before, pane: undefined })}
        className={classes.row}
        data-conversation={item.id}
        data-open={open || undefined}
        aria-current={open ? 'true' : undefined}
        preload={false}
      >
        <UserAvatar name={name} size={34} />
        <span className={classes.body}>
          <span className={classes.line}>
            <bdi className={classes.name} data-awaiting={item.awaitingReply || undefined}>{name}</bdi>
            {!item.public && <IconLock size={13} role="img" aria-label={t('private')} className={classes.quiet} />}
            <Paperclip count={item.lastAttachments} />
            <Moment at={item.lastActivityAt} className={classes.when} />
          </span>
          <span className={classes.preview} dir="auto" data-user-text>
            {item.lastDirection === 'outbound' && <IconCornerUpLeft size={13} role="img" aria-label={t('youWrote')} />}{' '}
            {item.preview || (item.lastAttachments > 0 ? t('attachment.count', { ns: 'common', count: item.lastAttachments }) : t('noPreview'))}
          </span>
          <span className={classes.line}>
            {item.snoozedUntil && (
              <span className={classes.snoozed} title={formatFull(item.snoozedUntil)}><IconClock size={12} aria-hidden />{t('until', { time: formatMoment(item.snoozedUntil) })}</span>
            )}
            {(item.priority === 'high' || item.priority === 'urgent') && (
              <Badge size="xs" variant="light" color={item.priority === 'urgent' ? 'red' : 'orange'}>{t(`priority.${item.priority}`)}</Badge>
            )}
            <RowLabels labels={item.labels} />
            <bdi className={classes.channel}>{item.assignee ? `${item.channel.name} · ${item.assignee.name}` : item.channel.name}</bdi>
          </span>
        </span>
        {item.awaitingReply && <span className={classes.awaiting} role="img" aria-label={t('awaiting')} title={t('awaiting')} />}
      </Link>
      {onSelect && (
        <Checkbox
          className={classes.select}
          size="xs"
          aria-label={t('select', { name })}
          checked={selected}
          onChange={(event) => onSelect(item.id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
        />
      )}
    </li>
  );
}
