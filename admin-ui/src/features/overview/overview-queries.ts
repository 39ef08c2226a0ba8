import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { BehindFilters } from '@/lib/behind-filters';
import type { InsightPeriod } from '@/lib/overview-period';

export type CountInsight = 'volume' | 'sentiment' | 'types' | 'topics' | 'share-of-voice';

const fresh = { staleTime: 30_000, refetchInterval: 60_000, placeholderData: keepPreviousData };

export const countsQuery = (insight: CountInsight, period: InsightPeriod) => queryOptions({
  queryKey: keys.insight(insight, period),
  queryFn: () => unwrap(api.GET(`/api/v1/insights/${insight}`, { params: { query: period } })),
  ...fresh,
});

/** How long customers wait for the first answer, or until it is resolved. */
export const durationsQuery = (insight: 'response' | 'resolution', period: InsightPeriod) => queryOptions({
  queryKey: keys.insight(insight, period),
  queryFn: () => (insight === 'response'
    ? unwrap(api.GET('/api/v1/insights/response-time', { params: { query: { ...period, first: true } } }))
    : unwrap(api.GET('/api/v1/insights/resolution-time', { params: { query: period } }))),
  ...fresh,
});

export const openQuery = (period: InsightPeriod) => queryOptions({
  queryKey: keys.insight('open', period),
  queryFn: () => unwrap(api.GET('/api/v1/insights/open-conversations', { params: { query: period } })),
  ...fresh,
});

/** Whether there is any message at all, to tell an empty period from an empty server. */
export const anyMessageQuery = queryOptions({
  queryKey: keys.messageList({ any: true }),
  queryFn: async () => (await unwrap(api.GET('/api/v1/interactions', { params: { query: { limit: 1 } } }))).items.length > 0,
});

export const behindQuery = ({ of, from, to, at, turn, channel }: BehindFilters) => infiniteQueryOptions({
  queryKey: keys.insight('behind', { of, from, to, at, turn, channel }),
  queryFn: ({ pageParam }) => {
    const after = pageParam ?? undefined;
    switch (of) {
      case 'answered': return unwrap(api.GET('/api/v1/insights/response-time/conversations', { params: { query: { from, to, channel, first: true, after } } }));
      case 'resolved': return unwrap(api.GET('/api/v1/insights/resolution-time/conversations', { params: { query: { from, to, channel, after } } }));
      case 'open': return unwrap(api.GET('/api/v1/insights/open-conversations/conversations', { params: { query: { at, turn, channel, after } } }));
    }
  },
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next ?? null,
  select: ({ pages }) => pages.flatMap((page) => page.items),
});
