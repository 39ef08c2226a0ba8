import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { NewInvitation, Role } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';

export const invitationsQuery = queryOptions({
  queryKey: keys.invitations,
  queryFn: async () => (await unwrap(api.GET('/api/v1/invitations'))).items,
});

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewInvitation) => unwrap(api.POST('/api/v1/invitations', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.invitations }),
    gcTime: 0,
  });
}

export function useWithdrawInvitation(id: string) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const notice = useProblemNotice();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })),
    onSuccess: () => notifications.show({ message: t('withdrawn') }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.invitations }),
    onError: (error) => notice(t('withdrawFailed'), error),
  });
}

export function useMemberActions(id: string) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const path = { params: { path: { id } } };
  const onSettled = () => client.invalidateQueries({ queryKey: keys.members });
  return {
    changeRole: useMutation({
      mutationFn: (role: Role) => unwrap(api.PUT('/api/v1/users/{id}', { ...path, body: { role } })),
      onSuccess: () => notifications.show({ message: t('roleChanged') }),
      onSettled,
      onError: (error) => notice(t('roleFailed'), error),
    }),
    remove: useMutation({
      mutationFn: () => unwrap(api.DELETE('/api/v1/users/{id}', path)),
      onSuccess: () => notifications.show({ message: t('removed') }),
      onSettled,
      onError: (error) => notice(t('removeFailed'), error),
    }),
    offerReset: useMutation({
      mutationFn: () => unwrap(api.POST('/api/v1/users/{id}/password-reset', path)),
      onError: (error) => notice(t('resetFailed'), error),
      gcTime: 0,
    }),
  };
}
