import { describe, expect, it } from 'vitest';
import { candidates, mentionAt, mentionedIn } from './mentions';

const people = [{ id: '1', name: 'Ann' }, { id: '2', name: 'Ann Müller' }, { id: '3', name: 'Bob Óbrien' }];

describe('mentionAt', () => {
  it('finds what is written behind an @', () => {
    expect(mentionAt('see @An', 7)).toEqual({ start: 4, word: 'An' });
    expect(mentionAt('see @Ann M', 10)).toEqual({ start: 4, word: 'Ann M' });
  });
  it('leaves addresses and finished lines alone', () => {
    expect(mentionAt('ann@example.com', 15)).toBeNull();
    expect(mentionAt('@Ann\nmore', 9)).toBeNull();
    expect(mentionAt('nothing', 3)).toBeNull();
  });
});

describe('candidates', () => {
  it('knows any word of a name, without accents', () => {
    expect(candidates(people, 'mul').map(({ id }) => id)).toEqual(['2']);
    expect(candidates(people, 'obr').map(({ id }) => id)).toEqual(['3']);
    expect(candidates(people, '')).toHaveLength(3);
  });
});

describe('mentionedIn', () => {
  it('takes the longer of two names', () => {
    expect(mentionedIn('@Ann Müller look', people)).toEqual(['2']);
    expect(mentionedIn('@Ann and @Bob Óbrien', people)).toEqual(['3', '1']);
    expect(mentionedIn('Ann without a sign', people)).toEqual([]);
  });
});
