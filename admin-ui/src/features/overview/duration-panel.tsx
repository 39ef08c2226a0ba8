import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDuration, formatNumber } from '@/lib/format';
import type { InsightPeriod } from '@/lib/overview-period';
import { BarChart } from './bar-chart';
import type { Way } from './bucket';
import { Change } from './change';
import { ChartTable } from './chart-table';
import { durationsQuery } from './overview-queries';
import { Panel } from './panel';
import { colors } from './series';
import classes from './overview.module.css';

const text = (seconds: number): string => (seconds > 0 ? formatDuration(seconds) : '–');

interface DurationPanelProps {
  insight: 'response' | 'resolution';
  period: InsightPeriod;
}

/** How long customers wait for the first answer, or until it is resolved; each number opens its conversations, the longest first. */
export function DurationPanel({ insight, period }: DurationPanelProps) {
  const { t } = useTranslation('overview');
  const query = useQuery(durationsQuery(insight, period));
  const of = insight === 'response' ? 'answered' : 'resolved';
  const way: Way = (from, to) => ({ to: '/overview/conversations', search: { of, from, to, channel: period.channel } });
  return (
    <Panel title={t(`${insight}.title`)} text={t(`${insight}.text`)} query={query}>
      {({ items, total, previous, from, to }) => {
        if (total.count === 0) return <p className={classes.hint}>{t(`${insight}.empty`)}</p>;
        const buckets = items.map(({ at, count, medianSeconds, p90Seconds }) => ({ at, values: { count, median: medianSeconds ?? 0, p90: p90Seconds ?? 0 } }));
        return (
          <>
            <ul className={classes.legend}>
              <li>{t('half')} <Link {...way(from, to)}>{text(total.medianSeconds ?? 0)}</Link> <Change now={total.medianSeconds ?? null} before={previous.total.medianSeconds ?? null} format={formatDuration} /></li>
              <li>{t('nineInTen')} <Link {...way(from, to)}>{text(total.p90Seconds ?? 0)}</Link> <Change now={total.p90Seconds ?? null} before={previous.total.p90Seconds ?? null} format={formatDuration} /></li>
              <li>{t(`${insight}.count`)} <Link {...way(from, to)}>{formatNumber(total.count)}</Link> <Change now={total.count} before={previous.total.count} /></li>
            </ul>
            <BarChart items={buckets} end={to} series={[{ value: 'median', name: t('half'), color: colors.calm }]} period={period} label={t(`${insight}.title`)} way={way} format={text} />
            <ChartTable
              items={buckets}
              end={to}
              columns={[{ value: 'count', name: t(`${insight}.count`) }, { value: 'median', name: t('half'), format: text }, { value: 'p90', name: t('nineInTen'), format: text }]}
              period={period}
              way={way}
            />
            <p className={classes.more}>
              <Link {...way(from, to)}>{t('slowest')}</Link>
              {insight === 'response' && <Link to="/overview/conversations" search={{ of: 'open', turn: 'ours', channel: period.channel }}>{t('unanswered')}</Link>}
            </p>
          </>
        );
      }}
    </Panel>
  );
}
