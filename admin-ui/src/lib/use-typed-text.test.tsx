import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTypedText } from './use-typed-text';

const show = (given: string) => {
  const onTyped = vi.fn();
  return { onTyped, ...renderHook(({ q }) => useTypedText(q, onTyped), { initialProps: { q: given } }) };
};

describe('useTypedText', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('tells once the person pauses, and tells nothing for nothing', () => {
    const { result, onTyped } = show('parcel');
    act(() => result.current.setText('parcels'));
    act(() => result.current.setText('parcels late'));
    act(() => { vi.advanceTimersByTime(1000); });
    expect(onTyped.mock.calls).toEqual([['parcels late']]);
    act(() => result.current.setText('   '));
    act(() => { vi.advanceTimersByTime(1000); });
    expect(onTyped).toHaveBeenLastCalledWith(undefined);
  });

  it('follows the address when it changes by itself', () => {
    const { result, rerender, onTyped } = show('parcel');
    rerender({ q: 'refund' });
    expect(result.current.text).toBe('refund');
    act(() => { vi.advanceTimersByTime(1000); });
    expect(onTyped).not.toHaveBeenCalled();
  });
});
