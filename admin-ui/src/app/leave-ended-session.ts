import { readSession } from '@/api/session';

let leaving = false;

/** After a refusal: when the session is really over, loads the sign-in page anew, so that nothing stays in memory. */
export async function leaveEndedSession() {
  const { pathname, search } = window.location;
  if (leaving || pathname === '/sign-in' || pathname === '/setup') return;
  leaving = true;
  const session = await readSession().catch(() => undefined);
  if (session === null) window.location.assign(`/sign-in?from=${encodeURIComponent(pathname + search)}`);
  else leaving = false;
}
