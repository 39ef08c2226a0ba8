import type { ReactNode } from 'react';
import { ErrorState } from './error-state';
import { RowSkeletons } from './row-skeletons';

interface ListQuery<T> {
  data: T[] | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface QueryListProps<T> {
  query: ListQuery<T>;
  empty: ReactNode;
  skeleton?: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A list in its four states: loading, failed, empty, filled. What is already there stays while it is fetched again. */
export function QueryList<T>({ query, empty, skeleton = <RowSkeletons />, children }: QueryListProps<T>) {
  if (query.data) return query.data.length === 0 ? empty : children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton;
}
