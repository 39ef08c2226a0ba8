import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/api/directory';
import { isNarrowed, sentiments, types, type SearchFilters } from '@/lib/search-filters';
import classes from './search.module.css';

const route = getRouteApi('/workspace/search');

/** Narrows the messages; customers are found by who they are alone. */
export function SearchFilterBar({ filters }: { filters: SearchFilters }) {
  const { t } = useTranslation('search');
  const navigate = route.useNavigate();
  const { data: channels = [] } = useQuery(channelsQuery);
  const change = (part: SearchFilters) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const common = { size: 'xs', clearable: true, className: classes.filter } as const;
  return (
    <div className={classes.filters} role="group" aria-label={t('filters')}>
      <Select {...common} searchable aria-label={t('channel')} placeholder={t('channel')} value={filters.channel ?? null}
        data={channels.map(({ id, name }) => ({ value: id, label: name }))} onChange={(channel) => change({ channel: channel ?? undefined })} />
      <Select {...common} aria-label={t('type')} placeholder={t('type')} value={filters.type ?? null}
        data={types.map((value) => ({ value, label: t(`value.${value}`, { ns: 'common' }) }))} onChange={(type) => change({ type: type ?? undefined })} />
      <Select {...common} aria-label={t('sentiment')} placeholder={t('sentiment')} value={filters.sentiment ?? null}
        data={sentiments.map((value) => ({ value, label: t(`value.${value}`, { ns: 'common' }) }))} onChange={(sentiment) => change({ sentiment: sentiment ?? undefined })} />
      <Select {...common} aria-label={t('direction')} placeholder={t('direction')} value={filters.direction ?? null}
        data={[{ value: 'inbound', label: t('inbound') }, { value: 'outbound', label: t('outbound') }]}
        onChange={(direction) => change({ direction: (direction ?? undefined) as SearchFilters['direction'] })} />
      <label className={classes.day}>{t('from')}<TextInput size="xs" type="date" max={filters.to} value={filters.from ?? ''} onChange={(event) => change({ from: event.currentTarget.value || undefined })} /></label>
      <label className={classes.day}>{t('to')}<TextInput size="xs" type="date" min={filters.from} value={filters.to ?? ''} onChange={(event) => change({ to: event.currentTarget.value || undefined })} /></label>
      {isNarrowed(filters) && <Button size="xs" variant="subtle" onClick={() => void navigate({ search: { q: filters.q }, replace: true })}>{t('clear')}</Button>}
    </div>
  );
}
