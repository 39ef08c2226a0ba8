import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';

export const maxCounted = 100;

export const deadLetterCountQuery = queryOptions({
  queryKey: keys.deadLetterCount,
  queryFn: async () =>
    (await unwrap(api.GET('/api/v1/dead-letters', { params: { query: { limit: maxCounted } } }))).items.length,
  staleTime: 60_000,
});
