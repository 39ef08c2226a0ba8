import { fold } from './search-words';

interface Named {
  id: string;
  name: string;
}

/** The word being written after an @, up to the caret; null when none is. Names may have spaces. */
export function mentionAt(text: string, caret: number): { start: number; word: string } | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || /[\p{L}\p{N}]/u.test(before[start - 1] ?? ' ')) return null;
  const word = before.slice(start + 1);
  return word.length <= 40 && !/[\n@]/.test(word) ? { start, word } : null;
}

/** Those whose name, or a word of it, begins so. */
export function candidates<T extends Named>(people: T[], word: string, most = 6): T[] {
  const wanted = fold(word.trimStart());
  const fits = ({ name }: T) => fold(name).startsWith(wanted) || (wanted !== '' && fold(name).split(/\s+/).some((part) => part.startsWith(wanted)));
  return people.filter(fits).slice(0, most);
}

/** The ids of those whose whole name stands behind an @; of two names the longer counts. */
export function mentionedIn(text: string, people: Named[]): string[] {
  const sorted = [...people].sort((a, b) => b.name.length - a.name.length);
  let rest = text;
  const found: string[] = [];
  for (const { id, name } of sorted) {
    const wanted = `@${name}`;
    if (name && rest.includes(wanted)) {
      found.push(id);
      rest = rest.replaceAll(wanted, '');
    }
  }
  return found;
}
