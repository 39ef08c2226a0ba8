import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { membersQuery, teamsQuery } from '@/api/directory';
import { useSession } from '@/api/session';
import type { ConversationDetail, ConversationStatus } from '@/api/types';
import { inboxStatuses } from '@/lib/inbox-filters';
import classes from './conversation.module.css';
import type { useConversationChanges } from './use-conversation-changes';

interface ConversationControlsProps {
  conversation: ConversationDetail;
  changes: ReturnType<typeof useConversationChanges>;
  disabled: boolean;
}

export function ConversationControls({ conversation, changes, disabled }: ConversationControlsProps) {
  const { t } = useTranslation('conversation');
  const { data: teams = [] } = useQuery(teamsQuery);
  return (
    <div className={classes.controls}>
      <Select
        size="xs"
        classNames={{ input: classes.select }}
        aria-label={t('status')}
        disabled={disabled}
        allowDeselect={false}
        value={conversation.status}
        onChange={(status) => status && changes.status.mutate(status as ConversationStatus)}
        data={inboxStatuses.map((status) => ({ value: status, label: t(`status.${status}`, { ns: 'common' }) }))}
      />
      <AssigneeSelect conversation={conversation} changes={changes} disabled={disabled} />
      <Select
        size="xs"
        classNames={{ input: classes.select }}
        aria-label={t('team')}
        placeholder={t('noTeam')}
        disabled={disabled}
        allowDeselect={false}
        value={conversation.team?.id ?? null}
        onChange={(team) => team && changes.team.mutate(team)}
        data={options(teams, conversation.team)}
      />
    </div>
  );
}

function AssigneeSelect({ conversation, changes, disabled }: ConversationControlsProps) {
  const { t } = useTranslation('conversation');
  const { user } = useSession();
  const { data: members = [] } = useQuery(membersQuery);
  const people = options(members, conversation.assignee).map(({ value, label }) =>
    value === user.id ? { value, label: t('me', { name: label }) } : { value, label },
  );
  return (
    <Select
      size="xs"
        classNames={{ input: classes.select }}
      aria-label={t('assignee')}
      disabled={disabled}
      allowDeselect={false}
      searchable={members.length > 8}
      value={conversation.assignee?.id ?? 'none'}
      onChange={(id) => id && changes.assignee.mutate(id === 'none' ? null : id)}
      data={[{ value: 'none', label: t('nobody') }, ...people]}
    />
  );
}

interface Named {
  id: string;
  name: string;
}

/** The choices, and the present one even when it is no longer among them. */
function options(items: Named[], present: Named | null | undefined) {
  const all = present && !items.some(({ id }) => id === present.id) ? [...items, present] : items;
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
