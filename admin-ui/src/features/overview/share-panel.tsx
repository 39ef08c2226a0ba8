import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '@/lib/format';
import type { InsightPeriod } from '@/lib/overview-period';
import { Change } from './change';
import { countsQuery } from './overview-queries';
import { Panel } from './panel';
import classes from './overview.module.css';

const most = 12;

interface Row {
  value: string;
  name: string;
  kind?: 'subject' | 'brand' | 'competitor' | null;
  color?: string | null;
  count: number;
  before: number;
}

/** Own brands against competitors, and the subjects by how much is said about them. */
export function SharePanel({ period }: { period: InsightPeriod }) {
  const { t } = useTranslation('overview');
  const query = useQuery(countsQuery('share-of-voice', period));
  return (
    <Panel title={t('share.title')} text={t('share.text')} query={query} wide>
      {({ topics, total, previous, from, to }) => {
        const rows: Row[] = (topics ?? []).map((topic) => ({ ...topic, count: total.values[topic.value] ?? 0, before: previous.total.values[topic.value] ?? 0 }));
        if (total.count === 0) return <p className={classes.hint}>{t('share.empty')} <Link to="/topics">{t('share.set')}</Link></p>;
        const brands = rows.filter(({ kind }) => kind === 'brand' || kind === 'competitor');
        const range = { from, to, channel: period.channel };
        return (
          <>
            <p className={classes.hint}>{t('share.counted', { count: total.count, formatted: formatNumber(total.count) })}</p>
            <div className={classes.columns}>
              {brands.length > 0 && <Group title={t('share.brands')} rows={brands} range={range} />}
              <Group title={t('share.subjects')} rows={rows.filter((row) => !brands.includes(row)).slice(0, most)} range={range} />
            </div>
          </>
        );
      }}
    </Panel>
  );
}

function Group({ title, rows, range }: { title: string; rows: Row[]; range: { from: string; to: string; channel?: string } }) {
  const { t } = useTranslation('overview');
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const part = (count: number): number => (all === 0 ? 0 : count / all);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={classes.subtitle}>{title}</h3>
      <ul className={classes.shares}>
        {rows.map(({ value, name, kind, color, count, before }) => (
          <li key={value}>
            <span className={classes.topic}>
              <Link to="/messages" search={{ direction: 'inbound', label: [`topic:${value}`], ...range }}><bdi data-user-text>{name}</bdi></Link>
              {(kind === 'competitor' || kind === 'brand') && <span className={classes.kind} data-kind={kind}>{t(`share.${kind}`)}</span>}
            </span>
            <span className={classes.share} aria-hidden><span data-kind={kind ?? undefined} style={{ inlineSize: `${Math.round(part(count) * 100)}%`, ...(color && { background: color }) }} /></span>
            <span>{formatPercent(part(count))} · {formatNumber(count)} <Change now={count} before={before} /></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
