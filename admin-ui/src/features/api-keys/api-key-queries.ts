import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Role } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';

export const apiKeysQuery = queryOptions({
  queryKey: keys.apiKeys,
  queryFn: async () => (await unwrap(api.GET('/api/v1/api-keys'))).items,
});

export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; role: Role }) => unwrap(api.POST('/api/v1/api-keys', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
    gcTime: 0,
  });
}

export function useRevokeApiKey(id: string) {
  const { t } = useTranslation('apiKeys');
  const client = useQueryClient();
  const notice = useProblemNotice();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => notifications.show({ message: t('revoked') }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
    onError: (error) => notice(t('revokeFailed'), error),
  });
}
