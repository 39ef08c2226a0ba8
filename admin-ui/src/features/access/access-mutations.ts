import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { sessionOf } from '@/api/session';
import type { Acceptance, PasswordResetUse, SessionInfo, SetupRequest, SignInRequest } from '@/api/types';

/** Starts with an empty cache: nothing of an earlier user may be seen by the next one. */
function useSignedIn() {
  const client = useQueryClient();
  return (session: SessionInfo) => {
    client.clear();
    client.setQueryData(keys.session, session);
  };
}

export function useSetup() {
  const onSuccess = useSignedIn();
  return useMutation({
    mutationFn: async (body: SetupRequest) => sessionOf(await unwrap(api.POST('/api/v1/setup', { body }))),
    meta: { handlesUnauthorized: true },
    onSuccess,
  });
}

export function useSignIn() {
  const onSuccess = useSignedIn();
  return useMutation({
    mutationFn: async (body: SignInRequest) => sessionOf(await unwrap(api.POST('/api/v1/session', { body }))),
    meta: { handlesUnauthorized: true },
    onSuccess,
  });
}

export function useAcceptInvitation() {
  const onSuccess = useSignedIn();
  return useMutation({
    mutationFn: async (body: Acceptance) => sessionOf(await unwrap(api.POST('/api/v1/invitations/accept', { body }))),
    meta: { handlesUnauthorized: true },
    onSuccess,
  });
}

export function useForgotPassword() {
  return useMutation({ mutationFn: (body: { email: string }) => unwrap(api.POST('/api/v1/password-resets', { body })) });
}

export function useNewPassword() {
  const onSuccess = useSignedIn();
  return useMutation({
    mutationFn: async (body: PasswordResetUse) => sessionOf(await unwrap(api.POST('/api/v1/password-resets/use', { body }))),
    meta: { handlesUnauthorized: true },
    onSuccess,
  });
}
