import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@/api/types';
import { formatAgo } from '@/lib/format';
import classes from './channels.module.css';
import { ChannelStatus } from './channel-status';

interface ChannelRowProps {
  channel: Channel;
}

export function ChannelRow({ channel }: ChannelRowProps) {
  const { t } = useTranslation('channels');
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <Link to="/channels/$channelId" params={{ channelId: channel.id }} className={classes.name}><bdi>{channel.name}</bdi></Link>
        <div className={classes.facts}>
          <bdi>{channel.connectorName}</bdi>
          {!channel.canReply && <span>{t('receiveOnly')}</span>}
          {channel.health?.polling && <span>{t('looking')}</span>}
          {channel.health?.nextPollAt && !channel.health.polling && <span>{t('next', { time: formatAgo(channel.health.nextPollAt) })}</span>}
          <span>{channel.lastMessageAt ? t('last', { time: formatAgo(channel.lastMessageAt) }) : t('noMessage')}</span>
        </div>
        {channel.statusReason && channel.status !== 'ok' && <p className={classes.reason} data-user-text dir="auto">{channel.statusReason}</p>}
      </div>
      <ChannelStatus status={channel.status} />
    </li>
  );
}
