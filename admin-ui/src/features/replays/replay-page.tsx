import { IconArrowLeft, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/api/directory';
import type { Replay } from '@/api/types';
import { Callout } from '@/components/callout';
import { ErrorState } from '@/components/error-state';
import { Moment } from '@/components/moment';
import { Page, pageClasses } from '@/components/page';
import { RowSkeletons } from '@/components/row-skeletons';
import { StateMessage } from '@/components/state-message';
import { ReplayActions } from './replay-actions';
import { MessageExamples, RoutingExamples } from './replay-examples';
import { ReplayFacts } from './replay-facts';
import { ReplayProgress } from './replay-progress';
import { isRunning, replayQuery } from './replay-queries';
import { LabelsReport, RoutingReport } from './replay-report';
import { ReplayBadges } from './replay-row';
import { spanText } from './replay-span';
import classes from './replays.module.css';

const route = getRouteApi('/workspace/administration/replays/$replayId');

export function ReplayPage() {
  const { t } = useTranslation('replays');
  const { replayId } = route.useParams();
  const { data: replay, error, refetch } = useQuery(replayQuery(replayId));
  const back = <Link to="/replays" className={pageClasses.back}><IconArrowLeft size={16} aria-hidden />{t('back')}</Link>;
  if (!replay) {
    return <Page title={t('title')} back={back}>{error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <RowSkeletons />}</Page>;
  }

  return (
    <Page title={spanText(t, replay)} back={back} actions={<ReplayActions replay={replay} />}>
      <ReplayHead replay={replay} />
      <ReplayFindings replay={replay} />
    </Page>
  );
}

function ReplayHead({ replay }: { replay: Replay }) {
  const { t } = useTranslation('replays');
  const { data: channels = [] } = useQuery({ ...channelsQuery, enabled: replay.channels.length > 0 });
  const names = replay.channels.map((id) => channels.find((channel) => channel.id === id)?.name ?? '…');
  return (
    <div className={classes.summary}>
      <span className={classes.head}><ReplayBadges replay={replay} /></span>
      <span className={classes.facts}>
        {names.map((name, index) => <bdi key={replay.channels[index]}>{name}</bdi>)}
        {replay.query && <span data-user-text dir="auto">{t('words', { words: replay.query })}</span>}
        <span><Moment at={replay.createdAt} style="full" /> <bdi>{t('by', { name: replay.createdBy })}</bdi></span>
        {replay.dryRunId && <Link to="/replays/$replayId" params={{ replayId: replay.dryRunId }} className={classes.link}>{t('appliesDry')}</Link>}
      </span>
      <ReplayFacts replay={replay} />
      {isRunning(replay) && <><ReplayProgress replay={replay} />{replay.apply && <p className={classes.quiet}>{t('progress.behind')}</p>}</>}
      <ReplayOutcome replay={replay} />
    </div>
  );
}

function ReplayOutcome({ replay: { state, apply, reason } }: { replay: Replay }) {
  const { t } = useTranslation('replays');
  if (state === 'done') return <Callout tone={apply ? 'good' : 'info'}>{t(apply ? 'applyDone' : 'dryDone')}</Callout>;
  if (state === 'cancelled') return <Callout tone="warn">{apply ? t('stopped') : t('dryDone')}</Callout>;
  if (state === 'failed') return <Callout tone="bad" role="alert">{[apply ? t('failed') : t('dryDone'), reason].filter(Boolean).join(' ')}</Callout>;
  return null;
}

function ReplayFindings({ replay }: { replay: Replay }) {
  const { t } = useTranslation('replays');
  const { report, state, changed, rerouted, apply } = replay;
  if (!report) return null;
  if (changed === 0 && rerouted === 0) {
    const text = apply ? 'nothingApplied' : 'nothing';
    return state === 'done' ? <StateMessage icon={<IconCircleCheck size={22} />} title={t(`${text}.title`)} text={t(`${text}.text`)} /> : null;
  }

  return (
    <>
      {changed > 0 && <LabelsReport report={report} />}
      {report.messages.length > 0 && <MessageExamples messages={report.messages} />}
      {rerouted > 0 && <RoutingReport report={report} looked={replay.conversations} />}
      {report.conversations.length > 0 && <RoutingExamples conversations={report.conversations} />}
    </>
  );
}
