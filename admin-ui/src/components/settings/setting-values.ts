import type { SettingField } from '@/api/types';

export type SettingValue = string | number | boolean;
export type SettingValues = Record<string, SettingValue>;

/** What the form starts with: what is stored, else the field's own default. A stored secret never comes back. */
export function initialValues(fields: readonly SettingField[], stored: Record<string, unknown> = {}): SettingValues {
  return Object.fromEntries(fields.map((field) => [field.name, initialValue(field, stored[field.name])]));
}

function initialValue({ kind, default: preset }: SettingField, stored: unknown): SettingValue {
  const value = stored ?? preset ?? '';
  if (kind === 'boolean') return value === true || value === 'true';
  if (kind === 'number') return value === '' ? '' : Number(value);
  return kind === 'secret' ? '' : String(value);
}

/** What is sent: an empty optional field as null, an empty secret as an empty text (it keeps the stored one). */
export function sentValues(fields: readonly SettingField[], values: SettingValues): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name, kind }) => [name, values[name] === '' && kind !== 'secret' ? null : (values[name] ?? null)]),
  );
}

/** The settings as they are, with every secret left as stored. */
export function storedSettings({ settings, secretsSet }: { settings: Record<string, unknown>; secretsSet: readonly string[] }): Record<string, unknown> {
  return { ...settings, ...Object.fromEntries(secretsSet.map((name) => [name, ''])) };
}

export type SettingComplaint =
  | { key: 'required' | 'notUrl' }
  | { key: 'tooLong' | 'tooLarge'; max: number }
  | { key: 'tooSmall'; min: number };

/** What the browser can already tell; the server has the last word. */
export function complaint(field: SettingField, value: SettingValue | undefined, secretStored: boolean): SettingComplaint | null {
  if (value === undefined || value === '') {
    return field.required && !(field.kind === 'secret' && secretStored) ? { key: 'required' } : null;
  }
  if (typeof value === 'number') return outOfRange(field, value);
  if (typeof value === 'boolean') return null;
  if (field.kind === 'url' && !/^https?:\/\/\S+$/i.test(value)) return { key: 'notUrl' };
  return field.maxLength && value.length > field.maxLength ? { key: 'tooLong', max: field.maxLength } : null;
}

function outOfRange({ min, max }: SettingField, value: number): SettingComplaint | null {
  if (typeof min === 'number' && value < min) return { key: 'tooSmall', min };
  return typeof max === 'number' && value > max ? { key: 'tooLarge', max } : null;
}
