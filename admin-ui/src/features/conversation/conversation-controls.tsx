import { Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { membersQuery, teamsQuery } from '@/api/directory';
import { useSession } from '@/api/session';
import type { ConversationDetail, ConversationPriority } from '@/api/types';
import classes from './conversation.module.css';
import type { useConversationChanges } from './use-conversation-changes';

const priorities: readonly ConversationPriority[] = ['low', 'normal', 'high', 'urgent'];

interface ConversationControlsProps {
  conversation: ConversationDetail;
  changes: ReturnType<typeof useConversationChanges>;
  disabled: boolean;
  onStatus: (status: 'open' | 'waiting' | 'resolved') => void;
}

const statuses = ['open', 'waiting', 'resolved'] as const;

export function ConversationControls({ conversation, changes, disabled, onStatus }: ConversationControlsProps) {
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
        onChange={(status) => status && onStatus(status as (typeof statuses)[number])}
        data={[...statuses, ...statuses.every((status) => status !== conversation.status) ? [conversation.status] : []]
          .map((status) => ({ value: status, label: t(`status.${status}`, { ns: 'common' }), disabled: status === 'snoozed' || status === 'spam' }))}
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
      <Select
        size="xs"
        classNames={{ input: classes.select }}
        aria-label={t('priority')}
        disabled={disabled}
        allowDeselect={false}
        value={conversation.priority}
        onChange={(priority) => priority && changes.priority.mutate(priority as ConversationPriority)}
        data={priorities.map((priority) => ({ value: priority, label: t(`priorities.${priority}`) }))}
      />
      <TagsInput
        size="xs"
        className={classes.tags}
        classNames={{ input: classes.tagInput }}
        aria-label={t('tags')}
        placeholder={conversation.tags.length ? undefined : t('addTag')}
        disabled={disabled}
        maxTags={20}
        value={conversation.tags}
        onChange={(tags) => changes.tags.mutate(tags)}
      />
    </div>
  );
}

function AssigneeSelect({ conversation, changes, disabled }: Omit<ConversationControlsProps, 'onStatus'>) {
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
