import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Replay, ReplayRequest } from '@/api/types';

const pollMs = 1_000;

export const isRunning = (replay: Replay) => replay.state === 'running';

export const replaysQuery = infiniteQueryOptions({
  queryKey: keys.replayList,
  queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/replays', { params: { query: { limit: 20, after: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next ?? null,
  select: ({ pages }) => pages.flatMap((page) => page.items),
  refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.items.some(isRunning)) ? pollMs : false),
});

export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: keys.replay(id),
    queryFn: () => unwrap(api.GET('/api/v1/replays/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? pollMs : false),
  });

export function useStartReplay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReplayRequest) => unwrap(api.POST('/api/v1/replays', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.replays }),
  });
}

export function useReplayActions(id: string) {
  const client = useQueryClient();
  const params = { path: { id } };
  const onSettled = () => client.invalidateQueries({ queryKey: keys.replays });
  const apply = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/replays/{id}/apply', { params })), onSettled });
  const cancel = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/replays/{id}/cancel', { params })), onSettled });
  return { apply, cancel };
}
