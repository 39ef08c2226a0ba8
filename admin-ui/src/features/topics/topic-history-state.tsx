import { Button, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Topic } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';
import { formatNumber } from '@/lib/format';
import { useTopicHistory } from './topic-queries';
import classes from './topics.module.css';

/** How far a topic has come with the messages that were there before it. */
export function TopicHistoryState({ topic, may }: { topic: Topic; may: boolean }) {
  const { t } = useTranslation('topics');
  const notice = useProblemNotice();
  const change = useTopicHistory(topic.id);
  const { history } = topic;
  if (!history) return null;
  const { state, looked, total, changed } = history;
  const running = state === 'running';
  const numbers = { looked: formatNumber(looked), total: formatNumber(total ?? 0), changed: formatNumber(changed), count: changed };
  const act = (start: boolean) => change.mutate(start, { onError: (error) => notice(t('history.actFailed'), error) });
  return (
    <div className={classes.history}>
      <span className={classes.historyText} role={running ? 'status' : undefined}>
        {running && (total == null ? t('history.starting') : t('history.running', numbers))}
        {state === 'done' && <>{t('history.done', numbers)} <Link to="/messages" search={{ label: [`topic:${topic.key}`] }}>{t('history.show')}</Link></>}
        {state === 'cancelled' && t('history.cancelled', numbers)}
        {state === 'failed' && t('history.failed', numbers)}
      </span>
      {running && <Progress size="sm" value={total ? (100 * looked) / total : 0} striped animated aria-label={t('history.progress', { name: topic.name })} />}
      {may && running && <Button size="compact-xs" variant="default" loading={change.isPending} onClick={() => act(false)}>{t('history.stop')}</Button>}
      {may && topic.enabled && (state === 'cancelled' || state === 'failed') && (
        <Button size="compact-xs" variant="default" loading={change.isPending} onClick={() => act(true)}>{t('history.again')}</Button>
      )}
    </div>
  );
}
