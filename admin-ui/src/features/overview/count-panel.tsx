import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InsightPeriod } from '@/lib/overview-period';
import { BarChart } from './bar-chart';
import type { Way } from './bucket';
import { ChartTable } from './chart-table';
import { Legend } from './legend';
import { countsQuery } from './overview-queries';
import { Panel } from './panel';
import { useSeries } from './use-series';

interface CountPanelProps {
  insight: 'volume' | 'sentiment' | 'types';
  period: InsightPeriod;
  wide?: boolean;
}

export function CountPanel({ insight, period, wide }: CountPanelProps) {
  const { t } = useTranslation('overview');
  const query = useQuery(countsQuery(insight, period));
  const all = useSeries(insight);
  const way: Way = (from, to, value) => ({
    to: '/messages', search: { ...all.find((series) => series.value === value)?.filter, from, to, channel: period.channel },
  });
  return (
    <Panel title={t(`${insight}.title`)} query={query} wide={wide}>
      {({ items, total, previous, from, to }) => {
        const shown = all.filter(({ value }) => value !== 'unlabelled' || (total.values[value] ?? 0) > 0);
        return (
          <>
            <Legend series={shown} total={total} before={previous.total} from={from} to={to} channel={period.channel} />
            <BarChart items={items} end={to} series={shown} period={period} label={t(`${insight}.title`)} way={way} />
            <ChartTable items={items} end={to} columns={shown.map(({ value, name, filter }) => ({ value, name, plain: !filter }))} period={period} way={way} />
          </>
        );
      }}
    </Panel>
  );
}
