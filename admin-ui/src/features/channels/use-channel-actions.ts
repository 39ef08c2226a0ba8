import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Channel } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';
import { storedSettings } from '@/components/settings/setting-values';

export function useChannelActions(channel: Channel) {
  const { t } = useTranslation('channels');
  const client = useQueryClient();
  const navigate = useNavigate();
  const notice = useProblemNotice();
  const params = { path: { id: channel.id } };
  const refetch = () => client.invalidateQueries({ queryKey: keys.channels });
  const onError = (error: Error) => notice(t('actions.failed'), error);

  const check = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/channels/{id}/check', { params })),
    onSettled: refetch,
    onError,
  });
  const enable = useMutation({
    mutationFn: (enabled: boolean) =>
      unwrap(api.PUT('/api/v1/channels/{id}', { params, body: { name: channel.name, settings: storedSettings(channel), enabled } })),
    onSettled: refetch,
    onError,
  });
  const rotate = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/channels/{id}/rotate-secret', { params })),
    onError,
  });
  const poll = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/channels/{id}/poll', { params })),
    onSettled: refetch,
    onError,
  });
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/channels/{id}', { params })),
    onSuccess: async () => {
      notifications.show({ message: t('actions.deleted') });
      await navigate({ to: '/channels' });
      client.removeQueries({ queryKey: keys.channel(channel.id) });
      await refetch();
    },
    onError,
  });
  return { check, enable, rotate, poll, remove };
}
