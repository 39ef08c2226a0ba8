import { describe, expect, it } from 'vitest';
import { allSeen, parseDeadLetterFilters } from './dead-letter-filters';

describe('parseDeadLetterFilters', () => {
  it('keeps what is understood and nothing else', () => {
    expect(parseDeadLetterFilters({ channel: '<b>', error: 503, from: '2026-03-01', to: '2026-99-01', more: 1 })).toEqual({ error: '503', from: '2026-03-01' });
    expect(parseDeadLetterFilters({ error: '  ' })).toEqual({});
  });
});

describe('allSeen', () => {
  it('ends with the newest that was listed, unless the filters end sooner', () => {
    expect(allSeen({}, '2026-03-01T10:00:00.5Z').to).toBe('2026-03-01T10:00:00.501Z');
    expect(allSeen({ to: '2026-02-01' }, '2026-03-01T10:00:00Z').to).toBe(new Date('2026-02-02T00:00').toISOString());
    expect(allSeen({}, undefined).to).toBeUndefined();
  });
});
