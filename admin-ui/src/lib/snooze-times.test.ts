import { describe, expect, it } from 'vitest';
import { snoozeTimes, toFieldTime } from './snooze-times';

const shown = (now: Date) => Object.fromEntries(snoozeTimes(now).map(({ name, at }) => [name, toFieldTime(at)]));

describe('times to put something off until', () => {
  it('are later today, tomorrow morning and Monday morning', () => {
    expect(shown(new Date(2026, 5, 17, 10, 40))).toEqual({
      laterToday: '2026-06-17T13:30', tomorrow: '2026-06-18T09:00', nextWeek: '2026-06-22T09:00',
    });
  });

  it('hold no later today when the day is over', () => {
    expect(shown(new Date(2026, 5, 17, 19, 0))).not.toHaveProperty('laterToday');
    expect(shown(new Date(2026, 5, 17, 22, 30))).not.toHaveProperty('laterToday');
  });

  it('mean the Monday to come, on a Monday and on a Sunday', () => {
    expect(shown(new Date(2026, 5, 22, 10, 0)).nextWeek).toBe('2026-06-29T09:00');
    expect(shown(new Date(2026, 5, 21, 10, 0)).nextWeek).toBe('2026-06-22T09:00');
  });
});
