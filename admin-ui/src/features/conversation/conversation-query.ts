import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/conversations/{id}', { params: { path: { id } }, signal })),
  });

/** The server's pages are newest first; a person reads oldest first. */
export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.conversationTimeline(id),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/conversations/{id}/timeline', {
          params: { path: { id }, query: { after: pageParam ?? undefined } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    select: ({ pages }) => pages.flatMap((page) => page.items).reverse(),
  });
