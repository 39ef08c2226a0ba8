type Style = 'time' | 'day' | 'full';

const options: Record<Style, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  full: { dateStyle: 'medium', timeStyle: 'short' },
};

const dayOfYear: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, style: Intl.DateTimeFormatOptions, date: Date): string {
  let found = formats.get(name);
  if (!found) formats.set(name, (found = new Intl.DateTimeFormat(undefined, style)));
  return found.format(date);
}

export const formatFull = (iso: string): string => format('full', options.full, new Date(iso));
export const formatTime = (iso: string): string => format('time', options.time, new Date(iso));

export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return date.getFullYear() === now.getFullYear()
    ? format('day', options.day, date)
    : format('dayOfYear', dayOfYear, date);
}

/** Short for lists: the time of today, the day of anything else. */
export function formatMoment(iso: string, now: Date = new Date()): string {
  return new Date(iso).toDateString() === now.toDateString() ? formatTime(iso) : formatDay(iso, now);
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function formatAgo(iso: string, now: number = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
  return relative.format(Math.round(seconds / size), unit);
}

const number = new Intl.NumberFormat();
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

export const formatNumber = (value: number): string => number.format(value);
export const formatPercent = (value: number): string => percent.format(value);

/** The name of a language in the reader's language; the code itself where it is not known. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
