import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { NotificationChoice } from '@/api/types';

export const choicesQuery = queryOptions({
  queryKey: keys.notificationChoices,
  queryFn: () => unwrap(api.GET('/api/v1/notifications/choices')),
});

export function useChoose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: NotificationChoice) => unwrap(api.PUT('/api/v1/notifications/choices', { body: { items: [choice] } })),
    onSuccess: (choices) => client.setQueryData(keys.notificationChoices, choices),
  });
}
