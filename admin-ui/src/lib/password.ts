export const minPasswordLength = 8;

export type PasswordStrength = 'short' | 'weak' | 'fair' | 'strong';

/** A rough guide for the person who types: length counts most, repetition least. The server decides. */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < minPasswordLength) return 'short';
  const distinct = new Set(password.toLowerCase()).size;
  if (distinct < 6) return 'weak';
  if (password.length >= 18 && distinct >= 9) return 'strong';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  return kinds >= 3 && password.length >= 14 ? 'strong' : 'fair';
}
