import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

export const invitationQuery = (token: string) => queryOptions({
  queryKey: ['invitation-link', token] as const,
  queryFn: () => unwrap(api.POST('/api/v1/invitations/look', { body: { token } })),
  staleTime: 'static',
  retry: false,
});

export const passwordResetQuery = (token: string) => queryOptions({
  queryKey: ['password-link', token] as const,
  queryFn: () => unwrap(api.POST('/api/v1/password-resets/look', { body: { token } })),
  staleTime: 'static',
  retry: false,
});
