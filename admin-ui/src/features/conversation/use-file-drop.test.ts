import { describe, expect, it } from 'vitest';
import { pastedFiles } from './use-file-drop';

const file = (name: string) => new File(['x'], name);
const pasted = (words: string, ...names: string[]) => pastedFiles({ files: names.map(file), getData: () => words }).map(({ name }) => name);

describe('pastedFiles', () => {
  it('takes pictures and files', () => {
    expect(pasted('', 'image.png')).toEqual(['image.png']);
    expect(pasted('offer.pdf', 'offer.pdf')).toEqual(['offer.pdf']);
  });

  it('leaves words alone that come with a picture of themselves', () => {
    expect(pasted('cable\t4', 'image.png')).toEqual([]);
  });
});
