import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconDeviceFloppy, IconListDetails, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import type { SavedView } from '@/api/types';
import { noFilters, parseInboxFilters, toConversationQuery, type InboxFilters } from '@/lib/inbox-filters';
import { useShortcuts } from '@/lib/use-shortcuts';
import classes from './inbox.module.css';
import { ManageViewsDialog } from './manage-views-dialog';
import { SaveViewDialog } from './save-view-dialog';
import { useFilterChange } from './use-filter-change';
import { filtersOf, savedViewsQuery, viewCountsQuery } from './view-queries';

const standing: { name: 'open' | 'mine' | 'unassigned' | 'waiting' | 'snoozed' | 'spam'; filters: InboxFilters }[] = [
  { name: 'open', filters: {} },
  { name: 'mine', filters: { assignee: 'me' } },
  { name: 'unassigned', filters: { assignee: 'none' } },
  { name: 'waiting', filters: { unanswered: true, sort: 'waiting' } },
  { name: 'snoozed', filters: { status: 'snoozed' } },
  { name: 'spam', filters: { status: 'spam' } },
];

const same = (one: InboxFilters, other: InboxFilters) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (filters: InboxFilters) => Object.entries(toConversationQuery(parseInboxFilters({ ...filters }))).sort(([one], [other]) => one.localeCompare(other));

/** The title of the list: which view it shows, and all others with how much is in them. */
export function ViewsMenu({ filters }: { filters: InboxFilters }) {
  const { t } = useTranslation('inbox');
  const change = useFilterChange();
  const mayWork = useMay('conversations.work');
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const { data: views = [] } = useQuery(savedViewsQuery);
  const { data: counts } = useQuery({ ...viewCountsQuery, enabled: opened });
  useShortcuts({ v: () => setOpened(true) });
  const show = (next: InboxFilters) => change({ ...noFilters, ...next });
  const current = views.find((view) => same(filtersOf(view), filters))?.name
    ?? standing.filter(({ filters: known }) => same(known, filters)).map(({ name }) => t(`views.${name}`))[0];
  const item = (view: SavedView) => (
    <Menu.Item
      key={view.id}
      leftSection={view.shared && <IconUsersGroup size={15} role="img" aria-label={t('views.shared')} />}
      rightSection={<Text size="xs" c="dimmed" className={classes.number}>{counts?.get(view.id) === 1_000 ? '999+' : counts?.get(view.id)}</Text>}
      onClick={() => show(filtersOf(view))}
    >
      <bdi>{view.name}</bdi>
    </Menu.Item>
  );
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-start" width={260} withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.views} aria-label={t('views.choose', { current: current ?? t('title') })}>
            <bdi>{current ?? t('title')}</bdi><IconChevronDown size={16} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.viewList}>
          {standing.map(({ name, filters: known }) => <Menu.Item key={name} onClick={() => show(known)}>{t(`views.${name}`)}</Menu.Item>)}
          {views.length > 0 && <Menu.Label>{t('views.saved')}</Menu.Label>}
          {views.map(item)}
          {mayWork && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconDeviceFloppy size={15} />} onClick={() => setDialog('save')}>{t('views.save')}</Menu.Item>
              {views.some((view) => view.mayChange) && (
                <Menu.Item leftSection={<IconListDetails size={15} />} onClick={() => setDialog('manage')}>{t('views.manage')}</Menu.Item>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' && <SaveViewDialog filters={filters} onClose={() => setDialog(undefined)} />}
      {dialog === 'manage' && <ManageViewsDialog filters={filters} views={views} onClose={() => setDialog(undefined)} />}
    </>
  );
}
