import { ActionIcon, Button, Indicator, Popover, Select, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/api/directory';
import { useSession } from '@/api/session';
import { formatNumber } from '@/lib/format';
import { hiddenFilters, inboxStatuses, isFiltered, noFilters, type InboxFilters } from '@/lib/inbox-filters';
import { countsQuery } from './inbox-query';
import classes from './inbox.module.css';
import { MoreFilters } from './more-filters';
import { useFilterChange } from './use-filter-change';

interface InboxFilterBarProps {
  filters: InboxFilters;
}

export function InboxFilterBar({ filters }: InboxFilterBarProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const change = useFilterChange();
  const hidden = hiddenFilters(filters);
  return (
    <div className={classes.filters} role="group" aria-label={t('filter.aria')}>
      <SearchField key={filters.q ?? ''} filters={filters} />
      <div className={classes.selects}>
        <StatusFilter filters={filters} />
        <AssigneeFilter filters={filters} />
        <Popover position="bottom-end" withArrow width={280} trapFocus withinPortal>
          <Popover.Target>
            <Indicator label={hidden} size={16} disabled={hidden === 0}>
              <ActionIcon variant="default" size={30} aria-label={t('filter.more', { count: hidden })} title={t('filter.moreTitle')}>
                <IconAdjustmentsHorizontal size={17} />
              </ActionIcon>
            </Indicator>
          </Popover.Target>
          <Popover.Dropdown><MoreFilters filters={filters} /></Popover.Dropdown>
        </Popover>
      </div>
      {isFiltered({ ...filters, status: undefined }) && (
        <Button className={classes.clear} size="compact-xs" variant="subtle" leftSection={<IconX size={13} />} onClick={() => change({ ...noFilters, status: filters.status })}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

/** Searches once the person pauses, or at once with Enter. */
function SearchField({ filters }: InboxFilterBarProps) {
  const { t } = useTranslation('inbox');
  const change = useFilterChange();
  const [text, setText] = useState(filters.q ?? '');
  const search = (q: string) => {
    if (q.trim() !== (filters.q ?? '')) change({ q: q.trim() || undefined });
  };
  useEffect(() => {
    const timer = setTimeout(() => search(text), 400);
    return () => clearTimeout(timer);
  });
  return (
    <TextInput
      size="xs"
      type="search"
      dir="auto"
      autoFocus={filters.q !== undefined && document.activeElement === document.body}
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      leftSection={<IconSearch size={14} aria-hidden />}
      maxLength={300}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search(text);
      }}
    />
  );
}

// More than these are not counted; of what has a common word, fewer.
const mostCounted = [10_000, 1_000];

function formatCount(count: number, searching: boolean) {
  return mostCounted.includes(count) && (count === mostCounted[0] || searching) ? `${formatNumber(count)}+` : formatNumber(count);
}

function StatusFilter({ filters }: InboxFilterBarProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const change = useFilterChange();
  const [opened, setOpened] = useState(false);
  const { data: counts } = useQuery({ ...countsQuery(filters), enabled: opened });
  return (
    <Select
      size="xs"
      classNames={{ input: classes.select }}
      aria-label={t('filter.status')}
      allowDeselect={false}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      comboboxProps={{ width: 180, position: 'bottom-start' }}
      value={filters.status ?? 'open'}
      onChange={(status) => change({ status: status as InboxFilters['status'] })}
      data={[...inboxStatuses.map((status) => ({ value: status, label: t(`status.${status}`, { ns: 'common' }) })), { value: 'all', label: t('filter.all') }]}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.label}</span>
          {counts && option.value !== 'all' && <span className={classes.number}>{formatCount(counts[option.value as keyof typeof counts], Boolean(filters.q))}</span>}
        </span>
      )}
    />
  );
}

function AssigneeFilter({ filters }: InboxFilterBarProps) {
  const { t } = useTranslation('inbox');
  const change = useFilterChange();
  const { user } = useSession();
  const { data: members = [] } = useQuery(membersQuery);
  return (
    <Select
      size="xs"
      classNames={{ input: classes.select }}
      aria-label={t('filter.assignee')}
      allowDeselect={false}
      searchable={members.length > 8}
      value={filters.assignee ?? 'all'}
      onChange={(assignee) => change({ assignee: assignee === 'all' ? undefined : (assignee ?? undefined) })}
      data={[
        { value: 'all', label: t('filter.everyone') },
        { value: 'me', label: t('filter.mine') },
        { value: 'none', label: t('filter.unassigned') },
        ...members.filter(({ id }) => id !== user.id).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
