/** What the address of the list of conversations behind a number says. */
export interface BehindFilters {
  /** Those that were answered or resolved in a period, or open at a time. */
  of: 'answered' | 'resolved' | 'open';
  from?: string;
  to?: string;
  /** When they were open; now when missing. */
  at?: string;
  turn?: 'ours' | 'theirs';
  channel?: string;
}

const time = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,16}Z$/;

export function parseBehindFilters(search: Record<string, unknown>): BehindFilters {
  const found: BehindFilters = { of: search.of === 'answered' || search.of === 'resolved' ? search.of : 'open' };
  if (found.of === 'open') {
    if (isTime(search.at)) found.at = search.at;
    if (search.turn === 'ours' || search.turn === 'theirs') found.turn = search.turn;
  } else {
    if (isTime(search.from)) found.from = search.from;
    if (isTime(search.to)) found.to = search.to;
  }
  if (typeof search.channel === 'string' && /^[\w-]{1,64}$/.test(search.channel)) found.channel = search.channel;
  return found;
}

const isTime = (value: unknown): value is string => typeof value === 'string' && time.test(value);
