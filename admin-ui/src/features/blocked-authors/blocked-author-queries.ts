import { notifications } from '@mantine/notifications';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { BlockedAuthor } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';

export const blockedAuthorsQuery = infiniteQueryOptions({
  queryKey: keys.blockedAuthors,
  queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/blocked-authors', { params: { query: { after: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next ?? null,
  select: ({ pages }) => pages.flatMap((page) => page.items),
});

export function useUnblock({ id, name }: BlockedAuthor) {
  const { t } = useTranslation('blockedAuthors');
  const client = useQueryClient();
  const notice = useProblemNotice();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/blocked-authors/{id}', { params: { path: { id } } })),
    onSuccess: () => notifications.show({ message: t('unblocked', { name }) }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.blockedAuthors });
      void client.invalidateQueries({ queryKey: keys.conversations });
    },
    onError: (error) => notice(t('failed'), error),
  });
}
