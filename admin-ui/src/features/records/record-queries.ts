import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { FieldMapping } from '@/api/types';
import type { DeliveryFilters } from '@/lib/delivery-filters';

/** Deliveries come and go by themselves: what is open is looked at again after so long. */
const often = 3_000;

export const recordKindsQuery = queryOptions({
  queryKey: keys.recordKinds,
  queryFn: async () => (await unwrap(api.GET('/api/v1/systems-of-record/kinds'))).items,
});

export const recordFieldsQuery = queryOptions({
  queryKey: keys.recordFields,
  queryFn: () => unwrap(api.GET('/api/v1/systems-of-record/fields')),
  staleTime: Infinity,
});

export const recordSystemsQuery = queryOptions({
  queryKey: keys.recordSystems,
  queryFn: async () => (await unwrap(api.GET('/api/v1/systems-of-record', { params: { query: { limit: 200 } } }))).items,
  refetchInterval: often,
});

export const recordSystemQuery = (id: string) =>
  queryOptions({
    queryKey: keys.recordSystem(id),
    queryFn: () => unwrap(api.GET('/api/v1/systems-of-record/{id}', { params: { path: { id } } })),
    refetchInterval: often,
  });

export const deliveriesQuery = (id: string, filters: DeliveryFilters) =>
  infiniteQueryOptions({
    queryKey: keys.recordDeliveryList(id, filters),
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/systems-of-record/{id}/deliveries', { params: { path: { id }, query: { ...filters, after: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
    refetchInterval: often,
  });

export const deliveryQuery = (id: string, deliveryId: string) =>
  queryOptions({
    queryKey: keys.recordDelivery(id, deliveryId),
    queryFn: () => unwrap(api.GET('/api/v1/systems-of-record/{id}/deliveries/{deliveryId}', { params: { path: { id, deliveryId } } })),
    refetchInterval: often,
  });

export const mappingPreviewQuery = (mapping: FieldMapping) =>
  queryOptions({
    queryKey: keys.mappingPreview(mapping),
    queryFn: () => unwrap(api.POST('/api/v1/systems-of-record/preview', { body: { mapping } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
