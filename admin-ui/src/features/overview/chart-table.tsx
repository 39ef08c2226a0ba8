import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/lib/format';
import type { InsightPeriod } from '@/lib/overview-period';
import { bucketText, type Bucket, type Way } from './bucket';
import classes from './overview.module.css';

interface ChartTableProps {
  items: Bucket[];
  end: string;
  columns: { value: string; name: string; plain?: boolean; format?: (value: number) => string }[];
  period: InsightPeriod;
  way: Way;
}

/** The numbers of a chart, newest first, each leading to what is behind it. */
export function ChartTable({ items, end, columns, period, way }: ChartTableProps) {
  const { t } = useTranslation('overview');
  return (
    <details className={classes.details}>
      <summary>{t('table')}</summary>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr><th scope="col">{t(`by.${period.by}`)}</th>{columns.map(({ value, name }) => <th key={value} scope="col"><bdi>{name}</bdi></th>)}</tr>
          </thead>
          <tbody>
            {items.map(({ at, values }, index) => (
              <tr key={at}>
                <th scope="row">{bucketText(at, period)}</th>
                {columns.map(({ value, plain, format = formatNumber }) => (
                  <td key={value}>
                    {!plain && (values[value] ?? 0) > 0
                      ? <Link preload={false} {...way(at, items[index + 1]?.at ?? end, value)}>{format(values[value] ?? 0)}</Link>
                      : format(values[value] ?? 0)}
                  </td>
                ))}
              </tr>
            )).reverse()}
          </tbody>
        </table>
      </div>
    </details>
  );
}
