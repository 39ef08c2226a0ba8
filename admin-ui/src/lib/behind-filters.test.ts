import { describe, expect, it } from 'vitest';
import { parseBehindFilters } from './behind-filters';

describe('the address of the conversations behind a number', () => {
  it('keeps what belongs to its question and drops the rest', () => {
    expect(parseBehindFilters({ of: 'resolved', from: '2026-03-01T00:00:00Z', to: 'soon', at: '2026-03-01T00:00:00Z', turn: 'ours', channel: 'c1' }))
      .toEqual({ of: 'resolved', from: '2026-03-01T00:00:00Z', channel: 'c1' });
    expect(parseBehindFilters({ of: 'open', turn: 'ours', at: '2026-03-01T00:00:00Z', from: '2026-03-01T00:00:00Z' }))
      .toEqual({ of: 'open', turn: 'ours', at: '2026-03-01T00:00:00Z' });
  });

  it('shows what is open where it is not understood', () => {
    expect(parseBehindFilters({ of: 'everything', turn: 'nobody' })).toEqual({ of: 'open' });
  });
});
