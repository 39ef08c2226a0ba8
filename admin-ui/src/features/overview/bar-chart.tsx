import { Link } from '@tanstack/react-router';
import { formatNumber } from '@/lib/format';
import type { InsightPeriod } from '@/lib/overview-period';
import { bucketText, type Bucket, type Way } from './bucket';
import type { Series } from './series';
import classes from './overview.module.css';

interface BarChartProps {
  items: Bucket[];
  end: string;
  series: Series[];
  period: InsightPeriod;
  label: string;
  /** Where a bar leads. */
  way: Way;
  /** How its height is told. */
  format?: (value: number) => string;
}

/** Stacked bars, each a way to what is behind it. Keyboards and screen readers take the table below, which says the same. */
export function BarChart({ items, end, series, period, label, way, format = formatNumber }: BarChartProps) {
  const day = (at: string) => bucketText(at, { ...period, by: 'day' });
  const highest = Math.max(1, ...items.map(({ values }) => sum(series, values)));
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <span className={classes.top}>{format(highest)}</span>
      <div className={classes.bars} aria-hidden>
        {items.map(({ at, values }, index) => (
          <Link
            key={at}
            {...way(at, items[index + 1]?.at ?? end)}
            tabIndex={-1}
            preload={false}
            className={classes.column}
            title={[bucketText(at, period), ...series.map(({ value, name }) => `${name}: ${format(values[value] ?? 0)}`)].join('\n')}
          >
            <span className={classes.bar} style={{ height: `${(100 * sum(series, values)) / highest}%` }}>
              {series.map(({ value, color }) => (values[value] ?? 0) > 0 && <span key={value} style={{ flexGrow: values[value], background: color }} />)}
            </span>
          </Link>
        ))}
      </div>
      <div className={classes.axis} aria-hidden>
        <span>{items[0] && day(items[0].at)}</span>
        <span>{items.length > 1 && day(items[items.length - 1]?.at ?? end)}</span>
      </div>
    </div>
  );
}

const sum = (series: Series[], values: Record<string, number>): number => series.reduce((all, { value }) => all + (values[value] ?? 0), 0);
