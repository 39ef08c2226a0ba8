import { useCallback, useLayoutEffect, useRef, useState } from 'react';

const near = 80;

/**
 * Keeps the end in view while the reader is there. New entries do not move a reader who is further up, and older
 * ones above leave what is read in its place.
 */
export function useStickToEnd(entryKeys: readonly string[]) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const state = useRef({ atEnd: true, height: 0, first: '', last: '' });
  const [unseen, setUnseen] = useState(false);
  const first = entryKeys[0] ?? '';
  const last = entryKeys.at(-1) ?? '';

  const toEnd = useCallback(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setUnseen(false);
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const before = state.current;
    if (before.atEnd) toEnd();
    else if (before.first !== first && before.last === last) element.scrollTop += element.scrollHeight - before.height;
    else if (before.last !== last) setUnseen(true);
    state.current = { ...before, height: element.scrollHeight, first, last };
  }, [first, last, toEnd]);

  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => state.current.atEnd && toEnd());
    for (const element of [box.current, content.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [toEnd]);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element) return;
    state.current.atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < near;
    state.current.height = element.scrollHeight;
    if (state.current.atEnd) setUnseen(false);
  }, []);

  return { box, content, onScroll, unseen, toEnd };
}
