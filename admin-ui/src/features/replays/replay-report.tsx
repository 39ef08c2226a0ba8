import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplayReport } from '@/api/types';
import { facetText, valueText } from '@/components/timeline/label-text';
import { formatNumber } from '@/lib/format';
import { ShiftTable, type Shift } from './shift-table';
import classes from './replays.module.css';

export function LabelsReport({ report }: { report: ReplayReport }) {
  const { t } = useTranslation('replays');
  const { t: common } = useTranslation('common');
  const [all, setAll] = useState(false);
  const facets = [...new Set(report.labels.map(({ facet }) => facet))];
  const rows = (facet: string): Shift[] => report.labels
    .filter((label) => label.facet === facet && (all || label.gained + label.lost > 0))
    .map((label) => ({ ...label, key: label.value, name: valueText(common, facet, label.value) }));
  const shown = facets.map((facet) => ({ facet, shifts: rows(facet) })).filter(({ shifts }) => shifts.length > 0);
  return (
    <section aria-labelledby="replay-labels">
      <div className={classes.sectionHead}>
        <h2 id="replay-labels" className={classes.section}>{t('report.labels')}</h2>
        <Switch size="xs" label={t('report.showAll')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      </div>
      <p className={classes.quiet}>
        {t('report.labelsText')}{' '}
        {report.corrected > 0 && t('report.corrected', { count: report.corrected, formatted: formatNumber(report.corrected) })}
      </p>
      <div className={classes.tables}>
        {shown.map(({ facet, shifts }) => <ShiftTable key={facet} title={facetText(common, facet)} shifts={shifts} />)}
      </div>
    </section>
  );
}

export function RoutingReport({ report, looked }: { report: ReplayReport; looked: number }) {
  const { t } = useTranslation('replays');
  const of = (count: number) => ({ count, formatted: formatNumber(count) });
  const teams = report.teams.map(({ team, ...shift }) => ({ ...shift, key: team?.id ?? '', name: team?.name || t('report.noTeam') }));
  const priorities = report.priorities.map(({ priority, ...shift }) => ({ ...shift, key: priority, name: t(`priority.${priority as 'low' | 'normal' | 'high' | 'urgent'}`) }));
  return (
    <section aria-labelledby="replay-routing">
      <h2 id="replay-routing" className={classes.section}>{t('report.routing')}</h2>
      <p className={classes.quiet}>
        {t('report.routingText', of(looked))}{' '}
        {report.reassigned > 0 && t('report.reassigned', of(report.reassigned))}{' '}
        {report.setAside > 0 && t('report.setAside', of(report.setAside))}
      </p>
      <div className={classes.tables}>
        <ShiftTable title={t('report.teams')} shifts={teams} />
        <ShiftTable title={t('report.priorities')} shifts={priorities} />
      </div>
    </section>
  );
}
