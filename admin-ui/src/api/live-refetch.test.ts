import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveRefetch, longestRest } from './live-refetch';
import { keys } from './query-keys';

const changed = (...conversations: string[]) => ({ conversations, customers: ['p1'], reason: 'messages' });

describe('live refetch', () => {
  const client = new QueryClient();
  const stale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;

  beforeEach(() => {
    vi.useFakeTimers();
    client.clear();
    for (const key of [keys.conversationList({}), keys.conversationTimeline('c1'), keys.conversationTimeline('c2'), keys.customer('p1'), keys.channels]) {
      client.setQueryData(key, []);
    }
  });
  afterEach(() => void vi.useRealTimers());

  it('touches exactly what changed, well within a second', () => {
    createLiveRefetch(client).changed(changed('c1'));
    vi.advanceTimersByTime(100);
    expect(stale(keys.conversationList({}))).toBe(true);
    expect(stale(keys.conversationTimeline('c1'))).toBe(true);
    expect(stale(keys.customer('p1'))).toBe(true);
    expect(stale(keys.conversationTimeline('c2'))).toBe(false);
    expect(stale(keys.channels)).toBe(false);
  });

  it('looks at all that is shown when an event does not say what changed', () => {
    createLiveRefetch(client).changed({ conversations: [], customers: [], reason: 'messages' });
    vi.advanceTimersByTime(100);
    expect(stale(keys.conversationTimeline('c2'))).toBe(true);
    expect(stale(keys.customer('p1'))).toBe(true);
    expect(stale(keys.channels)).toBe(false);
  });

  /** How often the lists are fetched again in ten seconds of changes, by a server that takes so long to answer. */
  async function refetchesInAFlood(took: number): Promise<number> {
    const invalidate = vi.spyOn(client, 'invalidateQueries').mockImplementation(() => new Promise((resolve) => setTimeout(resolve, took)));
    const refetch = createLiveRefetch(client);
    for (let time = 0; time < 10_000; time += 10) {
      refetch.changed(changed('c1'));
      await vi.advanceTimersByTimeAsync(10);
    }
    refetch.stop();
    const lists = invalidate.mock.calls.filter(([filters]) => filters?.queryKey === keys.conversationLists).length;
    invalidate.mockRestore();
    return lists;
  }

  it('shows a flood at the pace at which the server answers', async () => {
    const quick = await refetchesInAFlood(20);
    const busy = await refetchesInAFlood(500);
    expect(quick).toBeGreaterThan(120);
    expect(quick).toBeLessThan(160);
    expect(busy).toBeGreaterThanOrEqual(5);
    expect(busy).toBeLessThanOrEqual(8);
  });

  it('goes on where an answer never comes', async () => {
    const refetches = await refetchesInAFlood(1_000_000);
    expect(refetches).toBe(Math.ceil(10_000 / (2 * longestRest)));
  });

  it('shows what changed while it was fetching', async () => {
    const refetch = createLiveRefetch(client);
    const invalidate = vi.spyOn(client, 'invalidateQueries').mockImplementation(() => new Promise((resolve) => setTimeout(resolve, 200)));
    refetch.changed(changed('c1'));
    await vi.advanceTimersByTimeAsync(100);
    refetch.changed(changed('c2'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(invalidate).toHaveBeenCalledWith({ queryKey: keys.conversationTimeline('c2') });
    expect(invalidate.mock.calls.filter(([filters]) => filters?.queryKey === keys.conversationLists).length).toBe(2);
    invalidate.mockRestore();
  });
});
