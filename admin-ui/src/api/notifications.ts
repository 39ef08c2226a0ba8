import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { keys } from './query-keys';

export const notificationCountQuery = queryOptions({
  queryKey: keys.notificationCount,
  queryFn: async () => (await unwrap(api.GET('/api/v1/notifications/count'))).unread,
  staleTime: 60_000,
});

export const notificationsQuery = (unread: boolean) => infiniteQueryOptions({
  queryKey: keys.notificationList(unread),
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET('/api/v1/notifications', { params: { query: { unread, after: pageParam ?? undefined, limit: 25 } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next ?? null,
  select: ({ pages }) => pages.flatMap((page) => page.items),
});

/** All of them, those of a conversation, or one. */
export function useReadNotifications() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, conversationId }: { id?: string; conversationId?: string }) => id
      ? unwrap(api.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } }))
      : unwrap(api.POST('/api/v1/notifications/read', { body: { conversationId: conversationId ?? null } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.notifications }),
  });
}
