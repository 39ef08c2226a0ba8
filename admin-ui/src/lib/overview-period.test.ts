import { describe, expect, it } from 'vitest';
import { parseOverviewSearch, toInsightPeriod } from './overview-period';

const now = new Date('2026-03-28T23:30:00Z');

describe('overview period', () => {
  it('is read from the address, and the usual one where that makes no sense', () => {
    expect(parseOverviewSearch({ days: 7, channel: 'c-1' })).toEqual({ days: 7, channel: 'c-1' });
    expect(parseOverviewSearch({ from: '2026-01-01', to: '2026-01-31', days: 7 })).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(parseOverviewSearch({ from: '2026-02-01', to: '2026-01-31', channel: '<x>', days: 'all' })).toEqual({});
  });

  it('ends with today', () => {
    expect(toInsightPeriod({ days: 7 }, now, 'UTC')).toEqual({ from: '2026-03-22', to: '2026-03-28', by: 'day', timeZone: 'UTC' });
    expect(toInsightPeriod({}, now, 'UTC').from).toBe('2026-03-01');
    expect(toInsightPeriod({ days: 7 }, now, 'Europe/Berlin').to).toBe('2026-03-29');
  });

  it('is cut into as many points as can be read', () => {
    expect(toInsightPeriod({ from: '2026-03-01', to: '2026-03-01' }, now, 'UTC').by).toBe('hour');
    expect(toInsightPeriod({ from: '2016-01-01', to: '2025-12-31' }, now, 'UTC').by).toBe('week');
  });
});
