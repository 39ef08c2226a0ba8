type Style = 'time' | 'day' | 'full';

const options: Record<Style, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  full: { dateStyle: 'medium', timeStyle: 'short' },
};

const dayOfYear: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, style: Intl.DateTimeFormatOptions, date: Date, timeZone?: string): string {
  const key = `${name} ${timeZone ?? ''}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(undefined, { ...style, timeZone })));
  return found.format(date);
}

/** In the reader's time zone, unless another is named. */
export const formatFull = (iso: string, timeZone?: string): string => format('full', options.full, new Date(iso), timeZone);
export const formatTime = (iso: string): string => format('time', options.time, new Date(iso));

/** In the reader's time zone, unless another is named; with the year where it is not this one. */
export function formatDay(iso: string, now: Date = new Date(), timeZone?: string): string {
  const date = new Date(iso);
  const year = (day: Date) => format('year', { year: 'numeric' }, day, timeZone);
  return year(date) === year(now) ? format('day', options.day, date, timeZone) : format('dayOfYear', dayOfYear, date, timeZone);
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

const byteUnits: [Intl.NumberFormatOptions['unit'], number][] = [['gigabyte', 1024 ** 3], ['megabyte', 1024 ** 2], ['kilobyte', 1024], ['byte', 1]];

/** A size in its largest unit, such as 2.4 MB; a kilobyte is 1,024 bytes, as in the limits of the server. */
export function formatBytes(bytes: number): string {
  const [unit, size] = byteUnits.find(([, least]) => bytes >= least) ?? ['byte', 1];
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay, maximumFractionDigits: bytes >= 10 * size ? 0 : 1 }).format(bytes / size);
}

/** The name of a language in the reader's language; the code itself where it is not known. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const duration: [Intl.NumberFormatOptions['unit'], number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

/** How long something took, in its largest unit, such as 2.5 hr. */
export function formatDuration(seconds: number): string {
  const [unit, size] = duration.find(([, length]) => seconds >= length) ?? ['second', 1];
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(seconds / size);
}
