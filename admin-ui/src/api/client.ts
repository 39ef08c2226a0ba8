import createClient, { type Middleware } from 'openapi-fetch';
import { readCookie } from '@/lib/cookies';
import { toProblem, unreachableProblem } from '@/lib/problem';
import type { paths } from './schema';

const antiforgery: Middleware = {
  onRequest({ request }) {
    const token = readCookie('XSRF-TOKEN');
    if (request.method !== 'GET' && token) request.headers.set('X-XSRF-TOKEN', token);
    return request;
  },
  onError() {
    return unreachableProblem();
  },
};

export const api = createClient<paths>({
  baseUrl: typeof window === 'undefined' ? '' : window.location.origin,
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
});
api.use(antiforgery);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body, or an `ApiProblem` thrown. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw toProblem(response.status, error);
  return data as T;
}
