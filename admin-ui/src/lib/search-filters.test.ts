import { describe, expect, it } from 'vitest';
import { isNarrowed, messageQuery, parseSearchFilters } from './search-filters';

describe('parseSearchFilters', () => {
  it('keeps what is understood and nothing else', () => {
    const given = { q: 'late', direction: 'inbound', type: 'complaint', sentiment: 'sad', from: '2026-03-01', to: '2026-99-01', channel: '<b>' };
    expect(parseSearchFilters(given)).toEqual({ q: 'late', direction: 'inbound', type: 'complaint', from: '2026-03-01' });
    expect(parseSearchFilters({ q: 42 })).toEqual({ q: '42' });
    expect(parseSearchFilters({ q: '   ' })).toEqual({});
  });

  it('knows whether more than words narrow the messages', () => {
    expect(isNarrowed({ q: 'late' })).toBe(false);
    expect(isNarrowed({ q: 'late', type: 'question' })).toBe(true);
  });
});

describe('messageQuery', () => {
  it('asks for whole days', () => {
    const { from, to, label } = messageQuery({ q: 'late', type: 'question', from: '2026-03-01', to: '2026-03-01' });
    expect(label).toEqual(['type:question']);
    expect(new Date(to ?? '').getTime() - new Date(from ?? '').getTime()).toBe(86_400_000);
  });
});
