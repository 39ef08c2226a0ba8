import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt';

const long = `${'before '.repeat(100)}needle ${'after '.repeat(100)}`;

describe('excerpt', () => {
  it('leaves a short text alone', () => expect(excerpt('a needle', 'needle')).toBe('a needle'));
  it('shows the part with the word', () => {
    const part = excerpt(long, 'needle');
    expect(part).toContain(' needle after');
    expect(part.length).toBeLessThan(330);
    expect(part.startsWith('…before')).toBe(true);
  });
  it('shows the beginning when the word is not in the text', () => expect(excerpt(long, 'other').startsWith('before')).toBe(true));
});
