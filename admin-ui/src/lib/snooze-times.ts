export interface SnoozeTime {
  name: 'laterToday' | 'tomorrow' | 'nextWeek';
  at: Date;
}

const morning = 9;
const evening = 21;

/** What people mean when they put something off, in the time zone that they sit in. */
export function snoozeTimes(now: Date = new Date()): SnoozeTime[] {
  const later = new Date(now);
  later.setHours(now.getHours() + 3, now.getMinutes() < 30 ? 0 : 30, 0, 0);
  const times: SnoozeTime[] = [
    { name: 'tomorrow', at: morningIn(now, 1) },
    { name: 'nextWeek', at: morningIn(now, 7 - ((now.getDay() + 6) % 7)) },
  ];
  return later.getDate() === now.getDate() && later.getHours() <= evening ? [{ name: 'laterToday', at: later }, ...times] : times;
}

function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning);
}

/** A time as the browser's own field for date and time writes it. */
export function toFieldTime(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
