import { describe, expect, it } from 'vitest';
import { formatAgo, formatDay, formatMoment, formatTime, languageName } from './format';

const now = new Date('2026-06-15T12:00:00');

describe('times', () => {
  it('are a time of day today and a day otherwise', () => {
    expect(formatMoment('2026-06-15T09:30:00', now)).toBe(formatTime('2026-06-15T09:30:00'));
    expect(formatMoment('2026-06-14T09:30:00', now)).toBe(formatDay('2026-06-14T09:30:00', now));
  });

  it('name the year only when it is another one', () => {
    expect(formatDay('2026-01-02T00:00:00', now)).not.toContain('2026');
    expect(formatDay('2024-01-02T00:00:00', now)).toContain('2024');
  });

  it('count in the largest unit that fits', () => {
    expect(formatAgo('2026-06-15T11:55:00', now.getTime())).toMatch(/^5 min/);
    expect(formatAgo('2026-06-13T12:00:00', now.getTime())).toContain('2 days');
    expect(formatAgo('2026-06-15T11:59:59', now.getTime())).toContain('minute');
  });
});

describe('languages', () => {
  it('have a name, or keep their code', () => {
    expect(languageName('he')).toBe('Hebrew');
    expect(languageName('not a code')).toBe('not a code');
  });
});

describe('a day of another time zone', () => {
  it('is the day that it is there', () => {
    const midnight = '2026-03-01T00:00:00Z';
    expect(formatDay(midnight, new Date('2026-03-10T00:00:00Z'), 'UTC')).toContain('1');
    expect(formatDay(midnight, new Date('2026-03-10T00:00:00Z'), 'America/New_York')).toContain('28');
    expect(formatDay('2026-01-01T00:00:00Z', new Date('2026-03-10T00:00:00Z'), 'America/New_York')).toContain('2025');
  });
});
