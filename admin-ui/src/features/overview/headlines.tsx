import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDuration, formatNumber, formatPercent } from '@/lib/format';
import type { InsightPeriod } from '@/lib/overview-period';
import type { Target } from './bucket';
import { ChangeSentence } from './change';
import { countsQuery, durationsQuery, openQuery } from './overview-queries';
import { Sparkline } from './sparkline';
import classes from './overview.module.css';

const day = 86_400_000;

/** The period in a few numbers, each beside the period before and leading to what is behind it. */
export function Headlines({ period }: { period: InsightPeriod }) {
  const { t } = useTranslation('overview');
  const { data: volume } = useQuery(countsQuery('volume', period));
  const { data: sentiment } = useQuery(countsQuery('sentiment', period));
  const { data: types } = useQuery(countsQuery('types', period));
  const { data: response } = useQuery(durationsQuery('response', period));
  const { data: resolution } = useQuery(durationsQuery('resolution', period));
  const { data: open } = useQuery(openQuery(period));
  const { channel } = period;
  const range = volume && { from: volume.from, to: volume.to, channel };
  const days = volume ? Math.max(1, Math.round((Date.parse(volume.to) - Date.parse(volume.from)) / day)) : 1;
  const positive = (counts?: { count: number; values: Record<string, number> }) => (counts && counts.count > 0 ? (counts.values.positive ?? 0) / counts.count : null);
  const messages = (label?: string): Target | undefined => range && { to: '/messages', search: { ...range, direction: 'inbound', ...(label && { label: [label] }) } };
  const behind = (of: 'answered' | 'resolved'): Target | undefined => range && { to: '/overview/conversations', search: { of, ...range } };
  return (
    <div className={classes.cards}>
      <Card name={t('headline.inbound')} days={days} now={volume?.total.values.inbound} before={volume?.previous.total.values.inbound} points={volume?.items.map((item) => item.values.inbound ?? 0)} target={messages()} />
      <Card name={t('headline.positive')} days={days} now={positive(sentiment?.total)} before={positive(sentiment?.previous.total)} points={sentiment?.items.map((item) => positive(item) ?? 0)} format={formatPercent} target={messages('sentiment:positive')} />
      <Card name={t('headline.complaints')} days={days} now={types?.total.values.complaint} before={types?.previous.total.values.complaint} points={types?.items.map((item) => item.values.complaint ?? 0)} target={messages('type:complaint')} />
      <Card name={t('headline.response')} days={days} now={response?.total.medianSeconds} before={response?.previous.total.medianSeconds} points={response?.items.map((item) => item.medianSeconds ?? 0)} format={formatDuration} kind="duration" target={behind('answered')} />
      <Card name={t('headline.resolution')} days={days} now={resolution?.total.medianSeconds} before={resolution?.previous.total.medianSeconds} points={resolution?.items.map((item) => item.medianSeconds ?? 0)} format={formatDuration} kind="duration" target={behind('resolved')} />
      <Card name={t('headline.unanswered')} days={days} now={open?.total.waitingForUs} before={open?.previous.total.waitingForUs} points={open?.items.map((item) => item.waitingForUs)} target={{ to: '/overview/conversations', search: { of: 'open', turn: 'ours', channel } }} />
    </div>
  );
}

interface CardProps {
  name: string;
  days: number;
  now?: number | null;
  before?: number | null;
  points?: number[];
  format?: (value: number) => string;
  kind?: 'amount' | 'duration';
  target?: Target;
}

function Card({ name, days, now = null, before = null, points = [], format = formatNumber, kind, target }: CardProps) {
  const value = now === null ? '–' : format(now);
  return (
    <div className={classes.card}>
      <span className={classes.name}>{name}</span>
      <span className={classes.value}>{target && now !== null ? <Link {...target} aria-label={`${name}: ${value}`}>{value}</Link> : value}</span>
      <ChangeSentence now={now} before={before} format={format} days={days} kind={kind} />
      <Sparkline points={points} />
    </div>
  );
}
