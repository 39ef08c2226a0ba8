import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { isProblem } from '@/lib/problem';
import { api, unwrap } from './client';
import { keys } from './query-keys';
import type { SessionAnswer, SessionInfo } from './types';

export type Permission =
  | 'workspace.read'
  | 'conversations.work'
  | 'channels.manage'
  | 'apikeys.manage'
  | 'deadletters.manage' | 'topics.manage' | 'routing.manage' | 'replays.manage'
  | 'plugins.manage' | 'mail.manage'
  | 'tenant.manage';

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: () => unwrap(api.GET('/api/v1/setup')),
  staleTime: 'static',
});

/** The session of the person at these pages; only an API key has one without a person. */
export function sessionOf({ user, ...session }: SessionAnswer): SessionInfo {
  if (!user) throw new Error('These pages are for people, not for API keys.');
  return { ...session, user };
}

/** Null while nobody is signed in. */
export async function readSession(): Promise<SessionInfo | null> {
  try {
    return sessionOf(await unwrap(api.GET('/api/v1/session')));
  } catch (error) {
    if (isProblem(error, 401)) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: readSession,
  // Read once a page: a later refusal of any call tells that it ended.
  staleTime: 'static',
});

export function useSession(): SessionInfo {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('This page needs a session.');
  return data;
}

export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
