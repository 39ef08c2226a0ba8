import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { MessageFilters } from '@/lib/message-filters';

/** What was taken down is left out, as it is in the counts that lead here. */
export const messagesQuery = (filters: MessageFilters) => infiniteQueryOptions({
  queryKey: keys.messageList(filters),
  queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/interactions', {
    params: { query: { ...filters, deleted: false, after: pageParam ?? undefined } },
  })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next ?? null,
  select: ({ pages }) => pages.flatMap((page) => page.items),
});
