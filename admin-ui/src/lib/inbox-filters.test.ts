import { describe, expect, it } from 'vitest';
import { hiddenFilters, isFiltered, parseInboxFilters, toConversationQuery, toInboxFilters } from './inbox-filters';

describe('inbox filters', () => {
  it('are read from the address', () => {
    const search = { status: 'waiting', assignee: 'me', channel: '0199-ab', team: 'support', other: 'x' };
    expect(parseInboxFilters(search)).toEqual({ status: 'waiting', assignee: 'me', channel: '0199-ab', team: 'support' });
    const more = { priority: 'high', tag: 'late parcel', label: 'type:complaint', unanswered: true, q: 2024, sort: 'waiting' };
    expect(parseInboxFilters(more)).toEqual({ ...more, label: ['type:complaint'], q: '2024' });
  });

  it('count as not given when they make no sense', () => {
    expect(parseInboxFilters({ status: 'gone', assignee: '<script>', channel: 7, team: ['a'] })).toEqual({});
    expect(parseInboxFilters({ priority: 'huge', tag: '  ', label: ['nonsense', 5], unanswered: 'no', sort: 'up', q: 'x'.repeat(301) })).toEqual({});
  });

  it('keep the default out of the address', () => {
    expect(parseInboxFilters({ status: 'open', sort: 'newest' })).toEqual({});
    expect(isFiltered({ status: 'open' })).toBe(false);
    expect(isFiltered({ sort: 'waiting' })).toBe(false);
    expect(isFiltered({ assignee: 'none' })).toBe(true);
  });

  it('ask for open conversations unless told otherwise', () => {
    expect(toConversationQuery({})).toEqual({ status: 'open' });
    expect(toConversationQuery({ status: 'all', assignee: 'none' })).toEqual({ assignee: 'none' });
  });

  it('are the same after they were saved as a view', () => {
    for (const filters of [{}, { status: 'all' as const }, { status: 'spam' as const, tag: 'x' }]) {
      expect(toInboxFilters({ ...toConversationQuery(filters) })).toEqual(filters);
    }
  });

  it('tell how many of them are out of sight', () => {
    expect(hiddenFilters({ status: 'all', assignee: 'me', tag: 'x', label: ['type:question', 'language:de'] })).toBe(3);
  });
});
