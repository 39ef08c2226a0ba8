import { describe, expect, it } from 'vitest';
import { parseMessageFilters } from './message-filters';

describe('message filters', () => {
  it('are read from the address', () => {
    const search = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z', channel: 'c-1', direction: 'inbound', label: 'topic:billing' };
    expect(parseMessageFilters(search)).toEqual({ ...search, label: ['topic:billing'] });
  });

  it('count as not given when they make no sense', () => {
    expect(parseMessageFilters({ from: 'then', channel: '<x>', direction: 'up', label: ['x', 7] })).toEqual({});
  });
});
