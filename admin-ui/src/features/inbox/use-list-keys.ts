import type { KeyboardEvent, RefObject } from 'react';
import { useShortcuts } from '@/lib/use-shortcuts';

/** j and k anywhere on the page, the arrow keys inside of the list: both move the focus; Enter follows the link. */
export function useListKeys(list: RefObject<HTMLUListElement | null>, openId: string | undefined) {
  const move = (step: 1 | -1) => {
    const links = Array.from(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-conversation]') ?? []);
    const focused = links.findIndex((link) => link === document.activeElement);
    const from = focused >= 0 ? focused : links.findIndex((link) => link.dataset.conversation === openId);
    const next = links[Math.min(links.length - 1, Math.max(0, from < 0 ? 0 : from + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  return (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
}
