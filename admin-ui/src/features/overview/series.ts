import type { MessageFilters } from '@/lib/message-filters';

/** One value of a chart: its name, its colour, and the filter that finds the messages behind it. */
export interface Series {
  value: string;
  name: string;
  color: string;
  filter?: MessageFilters;
}

export const colors = {
  good: 'var(--chart-good)', bad: 'var(--chart-bad)', accent: 'var(--chart-accent)', calm: 'var(--chart-calm)', quiet: 'var(--chart-quiet)', faint: 'var(--chart-faint)',
};

/** Change against the period before, as a part of it; null where there was nothing to compare with. */
export const changeOf = (now: number, before: number): number | null => (before === 0 ? null : (now - before) / before);
