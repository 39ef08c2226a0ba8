import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { CustomerFilters } from '@/lib/customer-filters';

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

/** The tiers and owners that there are: what systems of record say of customers. */
export const recordValuesQuery = queryOptions({
  queryKey: keys.recordValues,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/record-values', { signal })),
  staleTime: 60_000,
});

export const customersQuery = (filters: CustomerFilters) =>
  infiniteQueryOptions({
    queryKey: keys.customerList(filters),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/customers', { params: { query: { ...filters, after: pageParam ?? undefined, limit: 50 } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
  });
