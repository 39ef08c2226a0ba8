import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { SavedView } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';
import { toConversationQuery, toInboxFilters, type InboxFilters } from '@/lib/inbox-filters';

export const savedViewsQuery = queryOptions({
  queryKey: keys.savedViews,
  queryFn: async () => (await unwrap(api.GET('/api/v1/saved-views'))).items,
});

/** Counting costs the server something, so it is asked for only while somebody looks. */
export const viewCountsQuery = queryOptions({
  queryKey: [...keys.savedViews, 'counts'],
  queryFn: async () => {
    const { items } = await unwrap(api.GET('/api/v1/saved-views', { params: { query: { counts: true } } }));
    return new Map(items.map(({ id, count }) => [id, count]));
  },
});

/** What a view shows, as the address says it. */
export const filtersOf = (view: SavedView): InboxFilters => toInboxFilters(Object.fromEntries(Object.entries(view.filters).filter(([, value]) => value !== null)));

interface ViewChange {
  id?: string;
  name: string;
  shared: boolean;
  filters: InboxFilters;
}

export function useViewChanges() {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.savedViews });
  const save = useMutation({
    mutationFn: ({ id, name, shared, filters }: ViewChange) => {
      const body = { name, shared, filters: toConversationQuery(filters) };
      return id
        ? unwrap(api.PUT('/api/v1/saved-views/{id}', { params: { path: { id } }, body }))
        : unwrap(api.POST('/api/v1/saved-views', { body }));
    },
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } } })),
    onSettled,
    onError: (error) => notice(t('views.notDeleted'), error),
  });
  const order = useMutation({
    mutationFn: (ids: string[]) => unwrap(api.PUT('/api/v1/saved-views/order', { body: { ids } })),
    onSettled,
    onError: (error) => notice(t('views.notOrdered'), error),
  });
  return { save, remove, order };
}
