import { SegmentedControl, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { parseOverviewSearch, presetDays, type InsightPeriod, type OverviewSearch } from '@/lib/overview-period';
import classes from './overview.module.css';

interface PeriodPickerProps {
  search: OverviewSearch;
  period: InsightPeriod;
}

export function PeriodPicker({ search, period }: PeriodPickerProps) {
  const { t } = useTranslation('overview');
  const navigate = useNavigate();
  const change = (next: Record<string, unknown>) =>
    void navigate({ to: '/overview', search: parseOverviewSearch({ channel: search.channel, ...next }), replace: true });
  const data = [...presetDays.map((days) => ({ value: String(days), label: t('days', { count: days }) })), { value: 'own', label: t('own') }];
  const own = search.from !== undefined;
  return (
    <div className={classes.picker}>
      <SegmentedControl
        size="xs"
        aria-label={t('period')}
        data={data}
        value={own ? 'own' : String(search.days ?? 28)}
        onChange={(value) => change(value === 'own' ? { from: period.from, to: period.to } : { days: value })}
      />
      {own && (
        <div className={classes.dates}>
          <TextInput size="xs" type="date" aria-label={t('from')} value={search.from} max={search.to} onChange={(event) => change({ from: event.currentTarget.value, to: search.to })} />
          <TextInput size="xs" type="date" aria-label={t('to')} value={search.to} min={search.from} onChange={(event) => change({ from: search.from, to: event.currentTarget.value })} />
        </div>
      )}
    </div>
  );
}
