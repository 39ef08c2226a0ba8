import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { keys } from './query-keys';

/** How many messages could not be processed, and since when the first of them waits. */
export const deadLetterCountQuery = queryOptions({
  queryKey: keys.deadLetterCount({}),
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/dead-letters/count', { signal })),
  staleTime: 60_000,
});
