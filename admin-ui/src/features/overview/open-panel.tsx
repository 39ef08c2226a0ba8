import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/lib/format';
import type { InsightPeriod } from '@/lib/overview-period';
import { BarChart } from './bar-chart';
import type { Way } from './bucket';
import { Change } from './change';
import { ChartTable } from './chart-table';
import { openQuery } from './overview-queries';
import { Panel } from './panel';
import { colors } from './series';
import classes from './overview.module.css';

/** How many conversations were open at the end of each day, and whose turn it was; each number opens those conversations. */
export function OpenPanel({ period }: { period: InsightPeriod }) {
  const { t } = useTranslation('overview');
  const query = useQuery(openQuery(period));
  const series = [
    { value: 'ours', name: t('open.ours'), color: colors.accent }, { value: 'theirs', name: t('open.theirs'), color: colors.quiet },
  ];
  const way: Way = (_from, to, value) => ({
    to: '/overview/conversations',
    search: { of: 'open', ...(Date.parse(to) < query.dataUpdatedAt && { at: to }), ...((value === 'ours' || value === 'theirs') && { turn: value }), channel: period.channel },
  });
  return (
    <Panel title={t('open.title')} text={t('open.text')} query={query} wide>
      {({ items, total, previous, to }) => {
        const buckets = items.map(({ at, open, waitingForUs }) => ({ at, values: { ours: waitingForUs, theirs: open - waitingForUs } }));
        const now = { ours: total.waitingForUs, theirs: total.open - total.waitingForUs };
        const before = { ours: previous.total.waitingForUs, theirs: previous.total.open - previous.total.waitingForUs };
        return (
          <>
            <ul className={classes.legend}>
              {(['ours', 'theirs'] as const).map((side) => (
                <li key={side}>
                  <span className={classes.swatch} style={{ background: series.find(({ value }) => value === side)?.color }} aria-hidden />
                  {t(`open.${side}`)} <Link {...way('', to, side)}>{formatNumber(now[side])}</Link> <Change now={now[side]} before={before[side]} />
                </li>
              ))}
              <li>{t('open.most')} <b>{formatNumber(total.most)}</b></li>
            </ul>
            <BarChart items={buckets} end={to} series={series} period={period} label={t('open.title')} way={way} />
            <ChartTable items={buckets} end={to} columns={series} period={period} way={way} />
          </>
        );
      }}
    </Panel>
  );
}
