/** A day as an address writes it. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(new Date(`${value}T00:00`).getTime());

/** When a day begins, in the reader's zone. */
export const dayStart = (day: string): string => new Date(`${day}T00:00`).toISOString();

/** When the day after it begins. */
export function dayEnd(day: string): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + 1);
  return date.toISOString();
}
