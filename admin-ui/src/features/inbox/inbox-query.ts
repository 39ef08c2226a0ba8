import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { toConversationQuery, type InboxFilters } from '@/lib/inbox-filters';
import type { Listed } from './use-selection';

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

/** How many there are of each status under the other filters. */
export function countsQuery(filters: InboxFilters) {
  const query = toConversationQuery({ ...filters, status: 'all', sort: undefined });
  return queryOptions({
    queryKey: keys.conversationCounts(query),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/conversations/counts', { params: { query }, signal })),
  });
}

/** All that the filters show, up to a limit, with what the customers said last. */
export async function allMatching(filters: InboxFilters, most: number): Promise<Listed[]> {
  const query = { ...toConversationQuery(filters), limit: 200 };
  const found = new Map<string, Listed>();
  let after: string | undefined;
  do {
    const page = await unwrap(api.GET('/api/v1/conversations', { params: { query: { ...query, after } } }));
    page.items.forEach(({ id, lastInboundId }) => found.has(id) || found.set(id, { id, lastInboundId }));
    after = page.next ?? undefined;
  } while (after && found.size < most);
  return [...found.values()].slice(0, most);
}

/** A conversation that moved up between two pages comes twice; the first one is the newer. */
function uniqueById<T extends { id: string }>(items: T[]): T[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();
}
