import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { keys } from './query-keys';

const whole = { params: { query: { limit: 200 } } };

export const membersQuery = queryOptions({
  queryKey: keys.members,
  queryFn: async () => (await unwrap(api.GET('/api/v1/users'))).items,
  staleTime: 5 * 60_000,
});

export const teamsQuery = queryOptions({
  queryKey: keys.teams,
  queryFn: async () => (await unwrap(api.GET('/api/v1/teams'))).items,
  staleTime: 5 * 60_000,
});

export const channelsQuery = queryOptions({
  queryKey: keys.channels,
  queryFn: async () => (await unwrap(api.GET('/api/v1/channels', whole))).items,
  staleTime: 60_000,
});
