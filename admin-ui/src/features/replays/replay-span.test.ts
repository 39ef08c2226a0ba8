import { describe, expect, it } from 'vitest';
import { toRequest } from './replay-span';

describe('toRequest', () => {
  it('takes both days whole, in the time zone of the reader', () => {
    const { from, to } = toRequest({ from: '2026-03-01', to: '2026-03-31', channels: [], query: '' });
    expect(new Date(from ?? '')).toEqual(new Date(2026, 2, 1));
    expect(new Date(to ?? '')).toEqual(new Date(2026, 3, 1));
  });

  it('asks for everything where nothing is said, and never changes anything', () => {
    expect(toRequest({ from: '', to: '', channels: [], query: '  ' })).toEqual({ from: null, to: null, channels: [], query: null, apply: false });
  });
});
