import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@/api/types';
import { Callout } from '@/components/callout';
import { Moment } from '@/components/moment';
import { formatNumber } from '@/lib/format';
import classes from './channels.module.css';
import { useChannelActions } from './use-channel-actions';

interface ChannelHealthProps {
  channel: Channel;
  health: NonNullable<Channel['health']>;
  mayManage: boolean;
}

/** How the fetching goes: what is wrong and what to do first, then the facts. */
export function ChannelHealth({ channel, health, mayManage }: ChannelHealthProps) {
  const { t } = useTranslation('channels');
  const { poll } = useChannelActions(channel);
  const time = (at: string | null) => (at ? <Moment at={at} style="ago" /> : t('health.never'));
  const next = health.polling ? t('health.now')
    : health.nextPollAt ? <Moment at={health.nextPollAt} style={health.backOffUntil ? 'full' : 'ago'} />
      : t(channel.enabled ? 'health.stopped' : 'health.off');
  return (
    <section className={classes.section}>
      <h2>{t('health.title')}</h2>
      <Trouble channel={channel} health={health} />
      <dl className={classes.health}>
        <div><dt>{t('health.lastPoll')}</dt><dd>{time(health.lastPollAt)}</dd></div>
        <div><dt>{t('health.next')}</dt><dd>{next}</dd></div>
        <div><dt>{t('health.lastSuccess')}</dt><dd>{time(health.lastSuccessAt)}</dd></div>
        <div><dt>{t('health.cursor')}</dt><dd>{time(health.cursorAt)}</dd></div>
        <div><dt>{t('health.lastMessage')}</dt><dd>{time(channel.lastMessageAt)}</dd></div>
        <div><dt>{t('health.errors')}</dt><dd>{formatNumber(health.consecutiveErrors)}</dd></div>
      </dl>
      {mayManage && channel.enabled && (
        <Button mt="sm" variant="default" size="xs" loading={poll.isPending || health.polling} onClick={() => poll.mutate()}>{t('health.poll')}</Button>
      )}
    </section>
  );
}

type Kind = 'failing' | 'stoppedNote' | 'waiting' | 'notice';
const tones = { failing: 'warn', stoppedNote: 'bad', waiting: 'info', notice: 'info' } as const;

function Trouble({ channel, health }: Pick<ChannelHealthProps, 'channel' | 'health'>) {
  const { t } = useTranslation('channels');
  const kind: Kind | null = health.stoppedAt ? 'stoppedNote'
    : channel.status === 'failing' ? 'failing'
      : health.backOffUntil ? 'waiting'
        : health.notice ? 'notice' : null;
  const text = kind === 'notice' ? health.notice : health.lastError;
  if (!kind || !text) return null;
  return (
    <div className={classes.result}>
      <Callout tone={tones[kind]} role="status" title={t(`health.${kind}.title`)}>{text} {t(`health.${kind}.help`)}</Callout>
    </div>
  );
}
