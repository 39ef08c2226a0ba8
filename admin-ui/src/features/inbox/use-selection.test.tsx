import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSelection, type Listed } from './use-selection';

const before: Listed[] = [{ id: 'a', lastInboundId: 'a1' }, { id: 'b', lastInboundId: 'b1' }, { id: 'c', lastInboundId: null }];
const after: Listed[] = [{ id: 'b', lastInboundId: 'b2' }, { id: 'a', lastInboundId: 'a1' }, { id: 'c', lastInboundId: null }];

describe('useSelection', () => {
  it('keeps what was seen of a conversation when it was selected, whatever the list shows later', () => {
    const { result, rerender } = renderHook(({ listed }) => useSelection(listed, false), { initialProps: { listed: before } });
    act(() => result.current.toggle('a'));
    act(() => result.current.toggle('c', true));
    rerender({ listed: after });
    expect([...result.current.seen]).toEqual([['a', 'a1'], ['b', 'b1'], ['c', null]]);

    act(() => result.current.setIds(['b']));
    expect([...result.current.seen]).toEqual([['b', 'b2']]);
  });

  it('selects no longer what has left the list', () => {
    const { result, rerender } = renderHook(({ listed }) => useSelection(listed, false), { initialProps: { listed: before } });
    act(() => result.current.set(before));
    rerender({ listed: after.slice(1) });
    expect([...result.current.ids]).toEqual(['a', 'c']);
  });
});
