import type { Span } from './evidence';

interface Term {
  words: string[];
  isPrefix: boolean;
}

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ς: 'σ', ħ: 'h', ŧ: 't', ĳ: 'ij' };
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Lower case and without accents, as the server compares words. */
export function fold(text: string): string {
  const bare = text.replaceAll('İ', 'i').toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC');
  return bare.replace(/[ßæœøđðłıþςħŧĳ]/g, (letter) => letters[letter] ?? letter);
}

/** What is looked for: words, phrases in quotes, and no -words. The last word may be the beginning of one. */
export function readTerms(query: string): Term[] {
  const terms: Term[] = [];
  for (const [whole, not, phrase, plain] of query.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const words = (fold(phrase ?? plain ?? '').match(word) ?? []);
    const isPrefix = plain !== undefined && query.endsWith(whole);
    if (!not && words.length > 0) terms.push({ words, isPrefix });
  }
  return terms;
}

/** Where in a text the query's words stand, to mark them; always places in the text itself, never markup. */
export function findWords(text: string, query: string): Span[] {
  const terms = readTerms(query);
  const found = Array.from(text.matchAll(word), (match) => ({ start: match.index, length: match[0].length, folded: fold(match[0]) }));
  const spans: Span[] = [];
  for (const { words, isPrefix } of terms) {
    for (let at = 0; at + words.length <= found.length; at++) {
      const here = found.slice(at, at + words.length);
      const fits = here.every(({ folded }, i) => (isPrefix && i === words.length - 1 ? folded.startsWith(words[i] ?? '') : folded === words[i]));
      if (fits) spans.push(...here.map(({ start, length }) => ({ start, length, weight: 1 })));
    }
  }
  return spans;
}
