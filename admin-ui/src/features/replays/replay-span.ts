import type { TFunction } from 'i18next';
import type { Replay, ReplayRequest } from '@/api/types';
import { dayEnd, dayStart } from '@/lib/days';
import { formatFull } from '@/lib/format';

export interface ReplayFormValues {
  from: string;
  to: string;
  channels: string[];
  query: string;
}

/** Days of the reader's own time zone, both included, as the times that the server takes. */
export function toRequest({ from, to, channels, query }: ReplayFormValues): ReplayRequest {
  return { from: from ? dayStart(from) : null, to: to ? dayEnd(to) : null, channels, query: query.trim() || null, apply: false };
}

/** Which messages a replay is about, in words. */
export function spanText(t: TFunction<'replays'>, { from, to }: Pick<Replay, 'from' | 'to'>): string {
  return from ? t('span', { from: formatFull(from), to: formatFull(to) }) : t('until', { to: formatFull(to) });
}
