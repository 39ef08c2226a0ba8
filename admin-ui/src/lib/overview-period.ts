export const presetDays = [7, 28, 90, 365] as const;
export type PresetDays = (typeof presetDays)[number];

/** What the address of the overview says: the last days, or dates of one's own. Missing means the last 28 days. */
export interface OverviewSearch {
  days?: PresetDays;
  from?: string;
  to?: string;
  channel?: string;
}

export interface InsightPeriod {
  from: string;
  to: string;
  by: 'hour' | 'day' | 'week';
  timeZone: string;
  channel?: string;
}

const day = 86_400_000;
const longestByDay = 120;

export function parseOverviewSearch(search: Record<string, unknown>): OverviewSearch {
  const [from, to] = [date(search.from), date(search.to)];
  const found: OverviewSearch = {};
  if (from && to && from <= to) Object.assign(found, { from, to });
  else {
    const days = presetDays.find((preset) => preset === Number(search.days));
    if (days && days !== 28) found.days = days;
  }
  if (typeof search.channel === 'string' && /^[\w-]{1,64}$/.test(search.channel)) found.channel = search.channel;
  return found;
}

/** The dates to ask for, today in that time zone included; long periods are shown by week. */
export function toInsightPeriod({ days, from, to, channel }: OverviewSearch, now: Date, timeZone: string): InsightPeriod {
  const last = to ?? localDate(now, timeZone);
  const first = from ?? new Date(Date.parse(last) - ((days ?? 28) - 1) * day).toISOString().slice(0, 10);
  const length = (Date.parse(last) - Date.parse(first)) / day + 1;
  return { from: first, to: last, by: length <= 2 ? 'hour' : length > longestByDay ? 'week' : 'day', timeZone, ...(channel && { channel }) };
}

// Swedes write dates as ISO 8601 has them.
const localDate = (now: Date, timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);

const date = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
