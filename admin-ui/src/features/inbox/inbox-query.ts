import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { toConversationQuery, type InboxFilters } from '@/lib/inbox-filters';

export function inboxQuery(filters: InboxFilters) {
  const query = toConversationQuery(filters);
  return infiniteQueryOptions({
    queryKey: keys.conversationList(query),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/conversations', { params: { query: { ...query, after: pageParam ?? undefined } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    select: ({ pages }) => uniqueById(pages.flatMap((page) => page.items)),
  });
}

/** A conversation that moved up between two pages comes twice; the first one is the newer. */
function uniqueById<T extends { id: string }>(items: T[]): T[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();
}
