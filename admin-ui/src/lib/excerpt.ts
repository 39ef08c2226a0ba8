import { findWords } from './search-words';

const length = 320;
const before = 90;

/** The part of a long text in which the first word of the search stands. */
export function excerpt(text: string, query: string): string {
  if (text.length <= length) return text;
  const first = Math.min(...findWords(text, query).map(({ start }) => start), text.length);
  const from = first === text.length || first < length - before ? 0 : wordStart(text, first - before);
  const part = Array.from(text.slice(from, from + length + 1)).slice(0, -1).join('');
  return `${from > 0 ? '…' : ''}${part}${from + length < text.length ? '…' : ''}`;
}

const wordStart = (text: string, at: number): number => text.indexOf(' ', at) + 1 || at;
