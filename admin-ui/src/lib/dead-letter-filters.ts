import { dayEnd, dayStart, isDay } from './days';

export interface DeadLetterFilters {
  channel?: string;
  error?: string;
  from?: string;
  to?: string;
}

export const longestError = 200;

/** What the address asks for; what it cannot mean is left out. */
export function parseDeadLetterFilters(search: Record<string, unknown>): DeadLetterFilters {
  const found: DeadLetterFilters = {};
  // The address may say error=503, which reads as a number.
  const error = typeof search.error === 'number' ? String(search.error) : search.error;
  if (typeof search.channel === 'string' && /^[\w-]{1,64}$/.test(search.channel)) found.channel = search.channel;
  if (typeof error === 'string' && error.trim()) found.error = error.slice(0, longestError);
  if (isDay(search.from)) found.from = search.from;
  if (isDay(search.to)) found.to = search.to;
  return found;
}

/** The filters as the API takes them: days are whole, in the reader's zone. */
export const deadLetterQuery = ({ channel, error, from, to }: DeadLetterFilters) => ({
  channel,
  error,
  from: from && dayStart(from),
  to: to && dayEnd(to),
});

/** The same for all that match, but for what failed after the newest one listed: nobody has seen that. */
export function allSeen(filters: DeadLetterFilters, newest: string | undefined) {
  const query = deadLetterQuery(filters);
  const seen = newest && new Date(new Date(newest).getTime() + 1).toISOString();
  return { ...query, to: seen && (!query.to || seen < query.to) ? seen : query.to };
}
