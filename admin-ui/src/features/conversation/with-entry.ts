import type { InfiniteData } from '@tanstack/react-query';
import type { Page, TimelineEntry } from '@/api/types';
import { entryKey } from '@/components/timeline/timeline-item';

export type Timeline = InfiniteData<Page<TimelineEntry>, string | null>;

/** The timeline with what was just written, once: where others are told of it before its writer has the answer, it has been fetched already. */
export function withEntry(timeline: Timeline, entry: TimelineEntry): Timeline {
  const [first, ...rest] = timeline.pages;
  const known = timeline.pages.some((page) => page.items.some((item) => entryKey(item) === entryKey(entry)));
  return first && !known ? { ...timeline, pages: [{ ...first, items: [entry, ...first.items] }, ...rest] } : timeline;
}
