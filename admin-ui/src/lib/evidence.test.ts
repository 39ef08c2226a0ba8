import { describe, expect, it } from 'vitest';
import { highlight } from './evidence';

const marked = (text: string, ...spans: [number, number, number?][]) =>
  highlight(text, spans.map(([start, length, weight = 1]) => ({ start, length, weight })))
    .map((part) => (part.mark ? `[${part.mark === 'against' ? '-' : ''}${part.text}]` : part.text))
    .join('');

describe('highlight', () => {
  it('marks the spans and keeps every character', () => {
    expect(marked('It is still broken.', [6, 5], [12, 6])).toBe('It is [still] [broken].');
  });

  it('takes spans in any order and cuts overlaps', () => {
    expect(marked('not good at all', [4, 4], [0, 8, -1])).toBe('[-not good] at all');
  });

  it('leaves out what does not fit the text', () => {
    expect(marked('short', [-1, 2], [9, 3], [2, 0], [3, 50])).toBe('sho[rt]');
  });

  it('never cuts a character in two', () => {
    expect(marked('a😀b', [2, 1])).toBe('a[😀]b');
    expect(marked('a😀b', [0, 2])).toBe('[a😀]b');
  });

  it('returns the whole text when there is no evidence', () => {
    expect(highlight('<b>plain</b>', [])).toEqual([{ text: '<b>plain</b>', mark: null, note: null }]);
  });
});
