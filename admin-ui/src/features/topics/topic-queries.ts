import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Topic, TopicRequest } from '@/api/types';

export const topicsQuery = queryOptions({
  queryKey: keys.topics,
  queryFn: async () => (await unwrap(api.GET('/api/v1/topics', { params: { query: { limit: 200 } } }))).items,
  // While a topic is applied to history its progress is followed.
  refetchInterval: ({ state }) => (state.data?.some(({ history }) => history?.state === 'running') ? 1_500 : false),
});

export const topicPreviewQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: keys.topicPreview(query),
    queryFn: ({ pageParam }) => unwrap(api.POST('/api/v1/topics/preview', { body: { query, after: pageParam } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    enabled: query.trim() !== '',
    retry: false,
    staleTime: 30_000,
  });

export function useSaveTopic(id: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TopicRequest): Promise<Topic> =>
      id ? unwrap(api.PUT('/api/v1/topics/{id}', { params: { path: { id } }, body })) : unwrap(api.POST('/api/v1/topics', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.topics }),
  });
}

/** True applies it to history once more, false stops that. */
export function useTopicHistory(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (start: boolean): Promise<Topic> => (start
      ? unwrap(api.POST('/api/v1/topics/{id}/history', { params: { path: { id } } }))
      : unwrap(api.DELETE('/api/v1/topics/{id}/history', { params: { path: { id } } }))),
    onSettled: () => client.invalidateQueries({ queryKey: keys.topics }),
  });
}

export function useDeleteTopic(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/topics/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.topics }),
  });
}
