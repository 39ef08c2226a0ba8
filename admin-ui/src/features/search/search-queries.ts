import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { messageQuery, type SearchFilters } from '@/lib/search-filters';

export const shownCustomers = 5;

export const foundCustomersQuery = (q: string | undefined) => queryOptions({
  queryKey: keys.foundCustomers(q ?? ''),
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers', { params: { query: { q, limit: shownCustomers } }, signal })),
  enabled: q !== undefined,
  placeholderData: keepPreviousData,
});

export const foundMessagesQuery = (filters: SearchFilters) => infiniteQueryOptions({
  queryKey: keys.foundMessages(filters),
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET('/api/v1/interactions', { params: { query: { ...messageQuery(filters), after: pageParam ?? undefined, limit: 30 } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next ?? null,
  select: ({ pages }) => pages.flatMap((page) => page.items),
  enabled: filters.q !== undefined,
  placeholderData: keepPreviousData,
});
