import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveRefetch, quietPeriod } from './live-refetch';
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

  it('answers a flood with one refetch a quiet period', () => {
    const invalidate = vi.spyOn(client, 'invalidateQueries');
    const refetch = createLiveRefetch(client);
    for (let time = 0; time < quietPeriod * 4; time += 10) {
      refetch.changed(changed('c1'));
      vi.advanceTimersByTime(10);
    }
    const lists = invalidate.mock.calls.filter(([filters]) => filters?.queryKey === keys.conversationLists);
    expect(lists.length).toBeGreaterThan(2);
    expect(lists.length).toBeLessThanOrEqual(5);
  });
});
