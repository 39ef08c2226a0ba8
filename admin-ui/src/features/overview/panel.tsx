import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState } from '@/components/error-state';
import classes from './overview.module.css';

interface PanelProps<T> {
  title: string;
  text?: string;
  wide?: boolean;
  query: { data: T | undefined; error: Error | null; isPlaceholderData: boolean; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

export function Panel<T>({ title, text, wide, query, children }: PanelProps<T>) {
  return (
    <section className={classes.panel} data-wide={wide || undefined} aria-busy={query.isPlaceholderData || undefined}>
      <h2 className={classes.title}>{title}</h2>
      {text && <p className={classes.hint}>{text}</p>}
      {query.data ? children(query.data)
        : query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          : <Skeleton height={170} />}
    </section>
  );
}
