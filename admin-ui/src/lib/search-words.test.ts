import { describe, expect, it } from 'vitest';
import { findWords, fold } from './search-words';

const marked = (text: string, query: string) => findWords(text, query).map(({ start, length }) => text.slice(start, start + length));

describe('findWords', () => {
  it('finds all words, whatever their case and accents', () => {
    expect(marked('Η Όδος, η ΟΔΟΣ und die Straße', 'οδος strasse')).toEqual(['Όδος', 'ΟΔΟΣ', 'Straße']);
    expect(marked('İstanbul ışık, Đường phố', 'isik duong istanbul')).toEqual(['ışık', 'Đường', 'İstanbul']);
    expect(marked('cafe\u0301 au lait', 'café')).toEqual(['cafe\u0301']);
  });

  it('takes the last word for the beginning of one while it is typed', () => {
    expect(marked('deliver delivery late', 'deliv')).toEqual(['deliver', 'delivery']);
    expect(marked('deliver delivery late', 'deliv ')).toEqual([]);
  });

  it('marks phrases whole and never what must not be there', () => {
    expect(marked('late is it, it is late', '"is late"')).toEqual(['is', 'late']);
    expect(marked('late parcel', 'parcel -late ')).toEqual(['parcel']);
  });

  it('survives what is no query', () => {
    for (const query of ['', '"', '-', '--"', '<b>', '\\', '(', '😀']) expect(marked('some <b>text</b> 😀', query).every((part) => !part.includes('<'))).toBe(true);
  });

  it('folds letters that have no accent to take off', () => {
    expect(fold('ÆØŁŒẞ')).toBe('aeoloess');
  });
});
