import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: keys.customer(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal })),
  });

export const customerTimelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.customerTimeline(id),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/customers/{id}/timeline', {
          params: { path: { id }, query: { after: pageParam ?? undefined, limit: 20 } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
