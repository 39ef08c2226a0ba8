import { describe, expect, it } from 'vitest';
import { isFiltered, parseInboxFilters, toConversationQuery } from './inbox-filters';

describe('inbox filters', () => {
  it('are read from the address', () => {
    const search = { status: 'waiting', assignee: 'me', channel: '0199-ab', team: 'support', other: 'x' };
    expect(parseInboxFilters(search)).toEqual({ status: 'waiting', assignee: 'me', channel: '0199-ab', team: 'support' });
  });

  it('count as not given when they make no sense', () => {
    expect(parseInboxFilters({ status: 'gone', assignee: '<script>', channel: 7, team: ['a'] })).toEqual({});
  });

  it('keep the default out of the address', () => {
    expect(parseInboxFilters({ status: 'open' })).toEqual({});
    expect(isFiltered({ status: 'open' })).toBe(false);
    expect(isFiltered({ assignee: 'none' })).toBe(true);
  });

  it('ask for open conversations unless told otherwise', () => {
    expect(toConversationQuery({})).toEqual({ status: 'open' });
    expect(toConversationQuery({ status: 'all', assignee: 'none' })).toEqual({ assignee: 'none' });
  });
});
