import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MarkedText } from './marked-text';

describe('MarkedText', () => {
  it('marks the words and leaves all else text', () => {
    const text = '<img src=x onerror=alert(1)> Όδος <b>late</b>';
    const { container } = render(<MarkedText text={text} query="οδος late <b>" />);
    expect(container.textContent).toBe(text);
    expect(container.querySelector('img, b')).toBeNull();
    expect(Array.from(container.querySelectorAll('mark'), (mark) => mark.textContent)).toEqual(['Όδος', 'b', 'late', 'b']);
  });
});
