import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Interaction } from '@/api/types';
import type { TimelineActions } from '@/components/timeline/timeline-actions';
import { useProblemNotice } from '@/components/use-problem-notice';

interface Correction {
  interaction: Interaction;
  facet: string;
  value: string;
}

/** What a person may do with the messages of a conversation. */
export function useMessageActions(conversationId: string, allowed: boolean): TimelineActions {
  const { t } = useTranslation('conversation');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const refetch = () => {
    void client.invalidateQueries({ queryKey: keys.conversationTimeline(conversationId) });
    void client.invalidateQueries({ queryKey: keys.conversationLists });
  };
  const path = (interaction: Interaction) => ({ path: { id: conversationId, replyId: interaction.id } });
  const correct = useMutation({
    mutationFn: ({ interaction, facet, value }: Correction) =>
      unwrap(api.PUT('/api/v1/interactions/{id}/labels/{facet}', { params: { path: { id: interaction.id, facet } }, body: { value } })),
    onSuccess: () => notifications.show({ message: t('corrected'), color: 'teal', autoClose: 2_500 }),
    onSettled: refetch,
    onError: (error) => notice(t('correctFailed'), error),
  }).mutate;
  const retry = useMutation({
    mutationFn: (interaction: Interaction) =>
      unwrap(api.POST('/api/v1/conversations/{id}/replies/{replyId}/retry', { params: path(interaction) })),
    onSettled: refetch,
    onError: (error) => notice(t('sendFailed'), error),
  }).mutate;
  const markSent = useMutation({
    mutationFn: (interaction: Interaction) =>
      unwrap(api.POST('/api/v1/conversations/{id}/replies/{replyId}/mark-sent', { params: path(interaction) })),
    onSettled: refetch,
    onError: (error) => notice(t('changeFailed'), error),
  }).mutate;
  return useMemo(
    () => (allowed ? { correct: (interaction, facet, value) => correct({ interaction, facet, value }), retry, markSent } : {}),
    [allowed, correct, retry, markSent],
  );
}
