import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Replay } from '@/api/types';
import { Moment } from '@/components/moment';
import { formatFull } from '@/lib/format';
import { ReplayFacts } from './replay-facts';
import { ReplayProgress } from './replay-progress';
import { isRunning } from './replay-queries';
import { spanText } from './replay-span';
import classes from './replays.module.css';

export function ReplayRow({ replay }: { replay: Replay }) {
  const { t } = useTranslation('replays');
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <span className={classes.head}>
          <strong>{spanText(t, replay)}</strong>
          <ReplayBadges replay={replay} />
        </span>
        {replay.query && <span className={classes.quiet} data-user-text dir="auto">{t('words', { words: replay.query })}</span>}
        {isRunning(replay) ? <ReplayProgress replay={replay} /> : <ReplayFacts replay={replay} />}
        <span className={classes.quiet}><Moment at={replay.createdAt} style="full" /> <bdi>{t('by', { name: replay.createdBy })}</bdi></span>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('showNamed', { time: formatFull(replay.createdAt) })}
        renderRoot={(props) => <Link to="/replays/$replayId" params={{ replayId: replay.id }} {...props} />}
      >
        {t('show')}
      </Button>
    </li>
  );
}

const colors = { running: 'blue', done: 'teal', cancelled: 'gray', failed: 'red' } as const;

export function ReplayBadges({ replay: { apply, state } }: { replay: Replay }) {
  const { t } = useTranslation('replays');
  const kind = !apply ? t('kind.dry') : state === 'running' ? t('applying') : t('kind.apply');
  return (
    <>
      <Badge size="sm" variant="light" color={apply ? 'orange' : 'gray'}>{kind}</Badge>
      <Badge size="sm" variant="light" color={colors[state]}>{t(`state.${state}`)}</Badge>
    </>
  );
}
