import { dayEnd, dayStart, isDay } from './days';

/** What the address of the search page says; anything that is not understood counts as not given. */
export interface SearchFilters {
  q?: string;
  channel?: string;
  direction?: 'inbound' | 'outbound';
  type?: string;
  sentiment?: string;
  from?: string;
  to?: string;
}

export const types = ['question', 'complaint', 'compliment', 'other'] as const;
export const sentiments = ['positive', 'neutral', 'negative'] as const;
export const longestQuery = 200;

export function parseSearchFilters(search: Record<string, unknown>): SearchFilters {
  const found: SearchFilters = {};
  // The address may say q=123, which reads as a number.
  const q = typeof search.q === 'number' ? String(search.q) : search.q;
  if (typeof q === 'string' && q.trim()) found.q = q.slice(0, longestQuery);
  if (typeof search.channel === 'string' && /^[\w-]{1,64}$/.test(search.channel)) found.channel = search.channel;
  if (search.direction === 'inbound' || search.direction === 'outbound') found.direction = search.direction;
  if (types.some((type) => type === search.type)) found.type = search.type as string;
  if (sentiments.some((sentiment) => sentiment === search.sentiment)) found.sentiment = search.sentiment as string;
  if (isDay(search.from)) found.from = search.from;
  if (isDay(search.to)) found.to = search.to;
  return found;
}

/** True when messages are narrowed by more than words. */
export const isNarrowed = (filters: SearchFilters): boolean => Object.entries(filters).some(([name, value]) => name !== 'q' && value !== undefined);

/** The filters as the API takes them: days are whole, in the reader's zone. */
export function messageQuery({ q, channel, direction, type, sentiment, from, to }: SearchFilters) {
  const label = [type && `type:${type}`, sentiment && `sentiment:${sentiment}`].filter((entry) => entry !== undefined && entry !== '');
  return {
    q,
    channel,
    direction,
    label: label.length > 0 ? (label as string[]) : undefined,
    from: from && dayStart(from),
    to: to && dayEnd(to),
    deleted: false,
  };
}
