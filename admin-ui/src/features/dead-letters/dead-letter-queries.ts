import { notifications } from '@mantine/notifications';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { useProblemNotice } from '@/components/use-problem-notice';

export const deadLettersQuery = infiniteQueryOptions({
  queryKey: keys.deadLetterList,
  queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/dead-letters', { params: { query: { after: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next ?? null,
  select: ({ pages }) => pages.flatMap((page) => page.items),
});

export function useDeadLetterActions(id: string) {
  const { t } = useTranslation('deadLetters');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const params = { path: { id } };
  const settled = (message: string) => ({
    onSuccess: () => notifications.show({ message }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.deadLetters }),
    onError: (error: Error) => notice(t('actionFailed'), error),
  });
  const retry = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/dead-letters/{id}/retry', { params })),
    ...settled(t('retried')),
  });
  const discard = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/dead-letters/{id}/discard', { params })),
    ...settled(t('discarded')),
  });
  return { retry, discard };
}
