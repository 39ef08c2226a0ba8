import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from '@/lib/problem';

/** Tries again only what may succeed: an unreachable or failing server, not a refusal. */
const shouldRetry = (failures: number, error: Error): boolean =>
  failures < 2 && isProblem(error) && (error.unreachable || error.status >= 500);

export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (isProblem(error, 401)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError: (error, _variables, _result, mutation) => {
      if (mutation.meta?.handlesUnauthorized !== true) onError(error);
    } }),
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
