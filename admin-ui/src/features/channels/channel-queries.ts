import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';

export const connectorsQuery = queryOptions({
  queryKey: keys.connectors,
  queryFn: async () => (await unwrap(api.GET('/api/v1/connectors'))).items,
});

export const channelQuery = (id: string) =>
  queryOptions({
    queryKey: keys.channel(id),
    queryFn: () => unwrap(api.GET('/api/v1/channels/{id}', { params: { path: { id } } })),
  });
