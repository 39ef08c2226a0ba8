import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Replay } from '@/api/types';
import { formatNumber } from '@/lib/format';
import classes from './replays.module.css';

/** How far a replay has come, and why it waits. */
export function ReplayProgress({ replay }: { replay: Replay }) {
  const { t } = useTranslation('replays');
  const { total, read, phase, conversations, reason } = replay;
  const text = total === null ? t('progress.starting')
    : phase === 'labels' ? t('progress.labels', { read: formatNumber(read), total: formatNumber(total) })
    : t('progress.routing', { conversations: formatNumber(conversations) });
  return (
    <div className={classes.progress}>
      <span className={classes.quiet} role="status">{text}</span>
      <Progress size="sm" value={total ? (100 * Math.min(read, total)) / total : 0} striped animated aria-label={t('progress.label')} />
      {reason && <span className={classes.reason} data-user-text dir="auto">{reason}</span>}
    </div>
  );
}
