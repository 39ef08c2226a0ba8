import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery, membersQuery, teamsQuery } from '@/api/directory';
import { useSession } from '@/api/session';
import { inboxStatuses, type InboxFilters } from '@/lib/inbox-filters';
import classes from './inbox.module.css';
import { useFilterChange } from './use-filter-change';

interface InboxFilterBarProps {
  filters: InboxFilters;
}

export function InboxFilterBar({ filters }: InboxFilterBarProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const change = useFilterChange();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const named = (items: { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={classes.filters} role="group" aria-label={t('filter.aria')}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('filter.status')}
        value={filters.status ?? 'open'}
        onChange={(status) => change({ status: status as InboxFilters['status'] })}
        data={[
          ...inboxStatuses.map((status) => ({ value: status, label: t(`status.${status}`, { ns: 'common' }) })),
          { value: 'all', label: t('filter.all') },
        ]}
      />
      <div className={classes.selects}>
        <AssigneeFilter filters={filters} />
        <Select
          size="xs"
          classNames={{ input: classes.select }}
          aria-label={t('filter.channel')}
          placeholder={t('filter.anyChannel')}
          clearable
          searchable={channels.length > 8}
          value={filters.channel ?? null}
          onChange={(channel) => change({ channel: channel ?? undefined })}
          data={named(channels)}
        />
        {(teams.length > 1 || filters.team) && (
          <Select
            size="xs"
            classNames={{ input: classes.select }}
            aria-label={t('filter.team')}
            placeholder={t('filter.anyTeam')}
            clearable
            value={filters.team ?? null}
            onChange={(team) => change({ team: team ?? undefined })}
            data={named(teams)}
          />
        )}
      </div>
    </div>
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
