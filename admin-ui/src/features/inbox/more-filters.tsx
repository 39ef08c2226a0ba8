import { Checkbox, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery, teamsQuery } from '@/api/directory';
import { inboxOrders, inboxPriorities, type InboxFilters } from '@/lib/inbox-filters';
import { useFilterChange } from './use-filter-change';

const facets = {
  type: ['question', 'complaint', 'compliment', 'other'],
  sentiment: ['positive', 'neutral', 'negative'],
  urgency: ['high', 'normal', 'low'],
} as const;

interface MoreFiltersProps {
  filters: InboxFilters;
}

/** The filters that are needed less often, and the order. */
export function MoreFilters({ filters }: MoreFiltersProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const change = useFilterChange();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const named = (items: { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  const common = { size: 'xs', comboboxProps: { withinPortal: false } } as const;
  return (
    <Stack gap="xs">
      <Select
        {...common}
        label={t('filter.sort')}
        allowDeselect={false}
        value={filters.sort ?? 'newest'}
        onChange={(sort) => change({ sort: sort as InboxFilters['sort'] })}
        data={inboxOrders.map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
      <Checkbox
        size="xs"
        label={t('filter.unanswered')}
        checked={filters.unanswered === true}
        onChange={(event) => change({ unanswered: event.currentTarget.checked || undefined })}
      />
      <Select {...common} clearable label={t('filter.channel')} placeholder={t('filter.anyChannel')} value={filters.channel ?? null} onChange={(channel) => change({ channel: channel ?? undefined })} data={named(channels)} />
      <Select {...common} clearable label={t('filter.team')} placeholder={t('filter.anyTeam')} value={filters.team ?? null} onChange={(team) => change({ team: team ?? undefined })} data={named(teams)} />
      <Select
        {...common}
        clearable
        label={t('filter.priority')}
        placeholder={t('filter.anyPriority')}
        value={filters.priority ?? null}
        onChange={(priority) => change({ priority: (priority ?? undefined) as InboxFilters['priority'] })}
        data={inboxPriorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
      />
      <MultiSelect
        {...common}
        clearable
        label={t('filter.label')}
        placeholder={filters.label ? undefined : t('filter.anyLabel')}
        value={filters.label ?? []}
        onChange={(label) => change({ label: label.length > 0 ? label : undefined })}
        data={Object.entries(facets).map(([facet, values]) => ({
          group: t(`facet.${facet as keyof typeof facets}`, { ns: 'common' }),
          items: values.map((value) => ({ value: `${facet}:${value}`, label: t(`value.${value}`, { ns: 'common' }) })),
        }))}
      />
      <TagField filters={filters} />
    </Stack>
  );
}

function TagField({ filters }: MoreFiltersProps) {
  const { t } = useTranslation('inbox');
  const change = useFilterChange();
  const [tag, setTag] = useState(filters.tag ?? '');
  const apply = () => change({ tag: tag.trim() || undefined });
  return (
    <TextInput
      size="xs"
      dir="auto"
      label={t('filter.tag')}
      maxLength={50}
      value={tag}
      onChange={(event) => setTag(event.currentTarget.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply();
      }}
    />
  );
}
