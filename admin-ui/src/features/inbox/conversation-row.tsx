import { IconCornerUpLeft, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConversationItem } from '@/api/types';
import { Moment } from '@/components/moment';
import { UserAvatar } from '@/components/user-avatar';
import classes from './conversation-row.module.css';
import { RowLabels } from './row-labels';

interface ConversationRowProps {
  item: ConversationItem;
  open: boolean;
}

export function ConversationRow({ item, open }: ConversationRowProps) {
  const { t } = useTranslation('inbox');
  const name = item.customer.name || item.customer.handle || t('unknownName', { ns: 'common' });
  return (
    <li className={classes.item}>
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
            <Moment at={item.lastActivityAt} className={classes.when} />
          </span>
          <span className={classes.preview} dir="auto" data-user-text>
            {item.lastDirection === 'outbound' && <IconCornerUpLeft size={13} role="img" aria-label={t('youWrote')} />}{' '}
            {item.preview || t('noPreview')}
          </span>
          <span className={classes.line}>
            <RowLabels labels={item.labels} />
            <bdi className={classes.channel}>{item.assignee ? `${item.channel.name} · ${item.assignee.name}` : item.channel.name}</bdi>
          </span>
        </span>
        {item.awaitingReply && <span className={classes.awaiting} role="img" aria-label={t('awaiting')} title={t('awaiting')} />}
      </Link>
    </li>
  );
}
