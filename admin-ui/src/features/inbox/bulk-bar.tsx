import { ActionIcon, Button, Checkbox, Menu, Tooltip } from '@mantine/core';
import { IconBan, IconCheck, IconClock, IconDots, IconFlag, IconTag, IconUser, IconUsersGroup, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery, teamsQuery } from '@/api/directory';
import { useSession } from '@/api/session';
import type { BulkAction } from '@/api/types';
import { SnoozeMenu } from '@/components/snooze-menu';
import { useProblemNotice } from '@/components/use-problem-notice';
import { inboxPriorities, type InboxFilters } from '@/lib/inbox-filters';
import { useShortcuts } from '@/lib/use-shortcuts';
import { allMatching } from './inbox-query';
import classes from './inbox.module.css';
import { TagDialog } from './tag-dialog';
import { useBulk } from './use-bulk';
import type { Listed, Selection } from './use-selection';

/** More at a time are another day's work: the server would take minutes. */
const most = 1_000;

interface BulkBarProps {
  filters: InboxFilters;
  selection: Selection;
  listed: readonly Listed[];
  hasMore: boolean;
}

export function BulkBar({ filters, selection, listed, hasMore }: BulkBarProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const { user } = useSession();
  const notice = useProblemNotice();
  const bulk = useBulk(selection);
  const [snoozing, setSnoozing] = useState(false);
  const [tagging, setTagging] = useState<'addTag' | 'removeTag'>();
  const ids = [...selection.ids];
  const run = (action: BulkAction) => bulk.mutate({ seen: selection.seen, action });
  const all = useMutation({
    mutationFn: () => allMatching(filters, most),
    onSuccess: selection.set,
    onError: (error) => notice(t('bulk.failed'), error),
  });
  useShortcuts({
    e: () => run({ do: 'status', value: 'resolved' }),
    a: () => run({ do: 'assign', value: user.id }),
    s: () => setSnoozing(true),
    Escape: selection.clear,
    u: selection.clear,
  }, true);
  const complete = listed.every(({ id }) => selection.ids.has(id));
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('bulk.aria')}>
      <div className={classes.bulkLine}>
        <Checkbox
          size="xs"
          aria-label={t('bulk.selectListed')}
          checked={complete}
          indeterminate={!complete}
          onChange={() => (complete ? selection.clear() : selection.set(listed))}
        />
        <strong aria-live="polite">{t('bulk.selected', { count: ids.length })}</strong>
        {hasMore && complete && ids.length === listed.length && (
          <Button size="compact-xs" variant="subtle" loading={all.isPending} title={t('bulk.most', { most })} onClick={() => all.mutate()}>{t('bulk.selectAll')}</Button>
        )}
        <ActionIcon ml="auto" size="sm" variant="subtle" color="gray" aria-label={t('bulk.clear')} onClick={selection.clear}><IconX size={15} /></ActionIcon>
      </div>
      <div className={classes.bulkLine}>
        <Tool label={t('bulk.resolve')} pending={bulk.isPending} onClick={() => run({ do: 'status', value: 'resolved' })}><IconCheck size={17} /></Tool>
        <SnoozeMenu opened={snoozing} onChange={setSnoozing} onChoose={(value) => run({ do: 'snooze', value })}>
          <ActionIcon size="md" variant="subtle" color="gray" aria-label={t('bulk.snooze')} title={t('bulk.snooze')} disabled={bulk.isPending}><IconClock size={17} /></ActionIcon>
        </SnoozeMenu>
        <PeopleChoice pending={bulk.isPending} run={run} />
        <TeamChoice pending={bulk.isPending} run={run} />
        <Choice label={t('bulk.priority')} icon={<IconFlag size={17} />} pending={bulk.isPending}>
          {inboxPriorities.map((value) => <Menu.Item key={value} onClick={() => run({ do: 'priority', value })}>{t(`priority.${value}`)}</Menu.Item>)}
        </Choice>
        <Choice label={t('bulk.tag')} icon={<IconTag size={17} />} pending={bulk.isPending}>
          <Menu.Item onClick={() => setTagging('addTag')}>{t('bulk.addTag')}</Menu.Item>
          <Menu.Item onClick={() => setTagging('removeTag')}>{t('bulk.removeTag')}</Menu.Item>
        </Choice>
        <Choice label={t('bulk.more')} icon={<IconDots size={17} />} pending={bulk.isPending}>
          <Menu.Item onClick={() => run({ do: 'status', value: 'open' })}>{t('bulk.open')}</Menu.Item>
          <Menu.Item onClick={() => run({ do: 'status', value: 'waiting' })}>{t('bulk.waiting')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconBan size={16} />} onClick={() => run({ do: 'spam' })}>{t('bulk.spam')}</Menu.Item>
        </Choice>
      </div>
      {tagging && <TagDialog title={t(`bulk.${tagging}`)} onClose={() => setTagging(undefined)} onChoose={(value) => run({ do: tagging, value })} />}
    </div>
  );
}

interface ChoiceProps {
  pending: boolean;
  run: (action: BulkAction) => void;
}

function PeopleChoice({ pending, run }: ChoiceProps) {
  const { t } = useTranslation('inbox');
  const { user } = useSession();
  const { data: members = [] } = useQuery(membersQuery);
  return (
    <Choice label={t('bulk.assign')} icon={<IconUser size={17} />} pending={pending}>
      <Menu.Item onClick={() => run({ do: 'assign', value: user.id })}>{t('bulk.toMe')}</Menu.Item>
      <Menu.Item onClick={() => run({ do: 'assign', value: 'none' })}>{t('bulk.toNobody')}</Menu.Item>
      {members.filter(({ id }) => id !== user.id).map(({ id, name }) => <Menu.Item key={id} onClick={() => run({ do: 'assign', value: id })}>{name}</Menu.Item>)}
    </Choice>
  );
}

function TeamChoice({ pending, run }: ChoiceProps) {
  const { t } = useTranslation('inbox');
  const { data: teams = [] } = useQuery(teamsQuery);
  return (
    <Choice label={t('bulk.team')} icon={<IconUsersGroup size={17} />} pending={pending}>
      {teams.map(({ id, name }) => <Menu.Item key={id} onClick={() => run({ do: 'team', value: id })}>{name}</Menu.Item>)}
    </Choice>
  );
}

function Choice({ label, icon, pending, children }: { label: string; icon: ReactElement; pending: boolean; children: React.ReactNode }) {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target><ActionIcon size="md" variant="subtle" color="gray" aria-label={label} title={label} disabled={pending}>{icon}</ActionIcon></Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}><Menu.Label>{label}</Menu.Label>{children}</Menu.Dropdown>
    </Menu>
  );
}

function Tool({ label, pending, onClick, children }: { label: string; pending: boolean; onClick: () => void; children: ReactElement }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="md" variant="subtle" color="gray" aria-label={label} loading={pending} onClick={onClick}>{children}</ActionIcon>
    </Tooltip>
  );
}
