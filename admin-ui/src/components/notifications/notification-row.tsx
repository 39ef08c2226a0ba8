import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useReadNotifications } from '@/api/notifications';
import type { Notification } from '@/api/types';
import { Moment } from '@/components/moment';
import classes from './notification-row.module.css';

interface NotificationRowProps {
  notification: Notification;
  onOpen?: () => void;
}

/** What happened, and the way there. Following it reads it. */
export function NotificationRow({ notification, onOpen }: NotificationRowProps) {
  const { t } = useTranslation('common');
  const { mutate: read } = useReadNotifications();
  const { id, kind, actor, about, count, at, readAt, conversation } = notification;
  const open = () => {
    if (!readAt) read({ id });
    onOpen?.();
  };
  return (
    <li className={classes.row} data-unread={!readAt || undefined}>
      <div className={classes.head}>
        <Link {...placeOf(notification)} className={classes.what} onClick={open} dir="auto">{t(`notification.${kind}`, { actor, about })}</Link>
        {!readAt && <span className={classes.dot} role="img" aria-label={t('notification.unread')} />}
      </div>
      <p className={classes.about}>
        {conversation ? (
          <bdi>{t('notification.with', { name: conversation.customer.name || conversation.customer.handle || t('unknownName'), channel: conversation.channel.name })}</bdi>
        ) : isOfConversation(kind) ? t('notification.gone') : null}
        {kind === 'replyFailed' && about && <bdi>{about}</bdi>}
        {count > 1 && <span>{t('notification.times', { count })}</span>}
        <Moment at={at} style="ago" />
      </p>
      {conversation?.preview && <p className={classes.preview} dir="auto" data-user-text>{conversation.preview}</p>}
    </li>
  );
}

const isOfConversation = (kind: Notification['kind']) => kind === 'rule' || kind === 'assigned' || kind === 'mention' || kind === 'replyFailed';

function placeOf({ kind, targetId }: Notification): Pick<LinkProps, 'to' | 'params'> {
  if (kind === 'deadLetters') return { to: '/dead-letters' };
  if (kind === 'channelStopped' || kind === 'importFinished') return { to: '/channels/$channelId', params: { channelId: targetId } };
  return { to: '/inbox/$conversationId', params: { conversationId: targetId } };
}
