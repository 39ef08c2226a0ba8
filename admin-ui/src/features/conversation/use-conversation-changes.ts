import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { ConversationDetail, ConversationStatus } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';

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
    onError: (error: Error) => notice(t('changeFailed'), error),
  };
  const status = useMutation({
    mutationFn: (value: ConversationStatus) =>
      unwrap(api.PUT('/api/v1/conversations/{id}/status', { params, body: { status: value } })),
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
  return { status, assignee, team };
}
