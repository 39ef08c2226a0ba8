import { Link } from '@tanstack/react-router';
import { formatNumber } from '@/lib/format';
import { Change } from './change';
import type { Series } from './series';
import classes from './overview.module.css';

interface LegendProps {
  series: Series[];
  total: { values: Record<string, number> };
  before: { values: Record<string, number> };
  from: string;
  to: string;
  channel?: string;
}

/** What the colours mean, with the sum of each; a click opens the messages behind it. */
export function Legend({ series, total, before, from, to, channel }: LegendProps) {
  return (
    <ul className={classes.legend}>
      {series.map(({ value, name, color, filter }) => {
        const count = total.values[value] ?? 0;
        return (
          <li key={value}>
            <span className={classes.swatch} style={{ background: color }} aria-hidden />
            <bdi>{name}</bdi>
            {filter ? <Link to="/messages" search={{ ...filter, from, to, channel }}>{formatNumber(count)}</Link> : <b>{formatNumber(count)}</b>}
            <Change now={count} before={before.values[value] ?? 0} />
          </li>
        );
      })}
    </ul>
  );
}
