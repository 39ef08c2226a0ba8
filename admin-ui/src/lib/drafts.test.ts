import { describe, expect, it } from 'vitest';
import { createDrafts } from './drafts';

describe('drafts', () => {
  it('are kept for each conversation, mode and user', () => {
    const ada = createDrafts('ada');
    ada.write('c1', 'reply', 'Dear Lena,');
    ada.write('c1', 'note', 'call back');
    expect(createDrafts('ada').read('c1', 'reply')).toBe('Dear Lena,');
    expect(ada.read('c1', 'note')).toBe('call back');
    expect(ada.read('c2', 'reply')).toBe('');
    expect(createDrafts('jonas').read('c1', 'reply')).toBe('');
  });

  it('are gone once they are empty', () => {
    const drafts = createDrafts('ada');
    drafts.write('c1', 'reply', 'x');
    drafts.write('c1', 'reply', '  ');
    expect(localStorage.length).toBe(0);
  });

  it('make room by dropping the oldest', () => {
    let time = 0;
    const drafts = createDrafts('ada', localStorage, () => ++time);
    for (let index = 0; index < 102; index++) drafts.write(`c${index}`, 'reply', 'text');
    expect(drafts.read('c0', 'reply')).toBe('');
    expect(drafts.read('c1', 'reply')).toBe('');
    expect(drafts.read('c2', 'reply')).toBe('text');
    expect(drafts.read('c101', 'reply')).toBe('text');
  });

  it('survive a storage that holds nonsense or refuses', () => {
    localStorage.setItem('draft:ada:reply:c1', '{not json');
    expect(createDrafts('ada').read('c1', 'reply')).toBe('');
    const full = { ...localStorage, getItem: () => null, setItem: () => { throw new Error('full'); } } as unknown as Storage;
    expect(() => createDrafts('ada', full).write('c1', 'reply', 'x')).not.toThrow();
  });
});
