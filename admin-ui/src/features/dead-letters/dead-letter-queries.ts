import { notifications } from '@mantine/notifications';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { useProblemNotice } from '@/components/use-problem-notice';
import { deadLetterQuery, type DeadLetterFilters } from '@/lib/dead-letter-filters';
import { isProblem } from '@/lib/problem';

export type Settling = 'retry' | 'discard';

/** Those with these ids, or all that a filter shows. */
export type DeadLetterSelection = { ids: string[] } | { filter: ReturnType<typeof deadLetterQuery> };

const atOnce = 200;

export const deadLettersQuery = (filters: DeadLetterFilters) =>
  infiniteQueryOptions({
    queryKey: keys.deadLetterList(filters),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/dead-letters', { params: { query: { ...deadLetterQuery(filters), after: pageParam ?? undefined } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
  });

export const matchingCountQuery = (filters: DeadLetterFilters) =>
  queryOptions({
    queryKey: keys.deadLetterCount(filters),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/dead-letters/count', { params: { query: deadLetterQuery(filters) }, signal })),
    placeholderData: keepPreviousData,
  });

/** Settles one, several, or all that match, as many at a time as the server takes; what somebody else has settled counts as done. */
export function useSettling(onDone?: () => void) {
  const { t } = useTranslation('deadLetters');
  const client = useQueryClient();
  const notice = useProblemNotice();
  return useMutation({
    mutationFn: async ({ as, which }: { as: Settling; which: DeadLetterSelection }) => {
      if ('filter' in which) return settleAll(as, which.filter);
      let count = 0;
      for (let start = 0; start < which.ids.length; start += atOnce) count += await settle(as, which.ids.slice(start, start + atOnce));
      return count;
    },
    onSuccess: (count, { as }) => {
      notifications.show({ message: count === 0 ? t('settledAlready') : t(as === 'retry' ? 'retried' : 'discarded', { count }) });
      onDone?.();
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.deadLetters }),
    onError: (error: Error) => notice(t('actionFailed'), error),
  });
}

async function settle(as: Settling, ids: string[]): Promise<number> {
  try {
    return (await unwrap(api.POST(`/api/v1/dead-letters/${as}`, { body: { ids } }))).count;
  } catch (error) {
    if (isProblem(error, 404)) return 0;
    throw error;
  }
}

async function settleAll(as: Settling, filter: ReturnType<typeof deadLetterQuery>): Promise<number> {
  let count = 0;
  let more = true;
  while (more) {
    const part = await unwrap(api.POST(`/api/v1/dead-letters/${as}`, { body: { filter } }));
    count += part.count;
    more = part.more && part.count > 0;
  }
  return count;
}
