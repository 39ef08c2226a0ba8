import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { ConversationDetail, ConversationPriority, ConversationStatus } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';
import { isProblem } from '@/lib/problem';

/** Status, assignee and team of one conversation. */
export function useConversationChanges(id: string) {
  const { t } = useTranslation('conversation');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const params = { path: { id } };
  const settled = {
    onSuccess: (detail: ConversationDetail) => {
      client.setQueryData(keys.conversation(id), detail);
      void client.invalidateQueries({ queryKey: keys.conversationLists });
      void client.invalidateQueries({ queryKey: keys.conversationTimeline(id) });
    },
    onError: (error: Error) => {
      // That the customer has written since is asked about, not complained of.
      if (!isProblem(error, 409) || !error.type.endsWith(':wrote-since')) notice(t('changeFailed'), error);
    },
  };
  const status = useMutation({
    mutationFn: (body: { status: ConversationStatus; seen?: string }) => unwrap(api.PUT('/api/v1/conversations/{id}/status', { params, body })),
    ...settled,
  });
  const assignee = useMutation({
    mutationFn: (userId: string | null) =>
      unwrap(api.PUT('/api/v1/conversations/{id}/assignee', { params, body: { userId } })),
    ...settled,
  });
  const team = useMutation({
    mutationFn: (teamId: string) => unwrap(api.PUT('/api/v1/conversations/{id}/team', { params, body: { teamId } })),
    ...settled,
  });
  const priority = useMutation({
    mutationFn: (value: ConversationPriority) => unwrap(api.PUT('/api/v1/conversations/{id}/priority', { params, body: { priority: value } })),
    ...settled,
  });
  const tags = useMutation({
    mutationFn: (value: string[]) => unwrap(api.PUT('/api/v1/conversations/{id}/tags', { params, body: { tags: value } })),
    ...settled,
  });
  const snooze = useMutation({
    mutationFn: (until: string) => unwrap(api.POST('/api/v1/conversations/{id}/snooze', { params, body: { until } })),
    ...settled,
  });
  const wake = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/conversations/{id}/unsnooze', { params })), ...settled });
  const spam = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/conversations/{id}/spam', { params })), ...settled });
  const notSpam = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/conversations/{id}/not-spam', { params })), ...settled });
  return { status, assignee, team, priority, tags, snooze, wake, spam, notSpam };
}
