import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '@/api/types';
import { withEntry, type Timeline } from './with-entry';

const entry = (id: string) => ({ type: 'note', at: '2026-05-01T12:00:00Z', note: { id } }) as TimelineEntry;
const timeline = (...pages: TimelineEntry[][]): Timeline => ({ pages: pages.map((items) => ({ items, next: null })), pageParams: pages.map(() => null) });

describe('what was just written', () => {
  it('stands first, before it is fetched', () => {
    expect(withEntry(timeline([entry('old')], [entry('older')]), entry('new'))).toEqual(timeline([entry('new'), entry('old')], [entry('older')]));
  });

  it('stands there once where it has been fetched already', () => {
    const fetched = timeline([entry('later'), entry('new')], [entry('older')]);
    expect(withEntry(fetched, entry('new'))).toBe(fetched);
  });

  it('waits for the timeline where nothing has been fetched', () => {
    expect(withEntry(timeline(), entry('new'))).toEqual(timeline());
  });
});
