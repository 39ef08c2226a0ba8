import type { BehindFilters } from '@/lib/behind-filters';
import { formatDay, formatFull } from '@/lib/format';
import type { MessageFilters } from '@/lib/message-filters';
import type { InsightPeriod } from '@/lib/overview-period';

export interface Bucket {
  at: string;
  values: Record<string, number>;
}

export type Target = { to: '/messages'; search: MessageFilters } | { to: '/overview/conversations'; search: BehindFilters };

/** Leads from a stretch of time, and one value in it, to what is behind the number. */
export type Way = (from: string, to: string, value?: string) => Target;

/** The hour, day or first day of a week that a point is, in the zone whose days were asked for. */
export const bucketText = (at: string, { by, timeZone }: Pick<InsightPeriod, 'by' | 'timeZone'>): string =>
  by === 'hour' ? formatFull(at, timeZone) : formatDay(at, undefined, timeZone);
