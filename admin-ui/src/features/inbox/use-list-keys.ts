import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent, RefObject } from 'react';
import { useShortcuts } from '@/lib/use-shortcuts';

/** j and k anywhere on the page, the arrow keys inside of the list: both move the focus; Enter follows the link, x selects, u goes back. */
export function useListKeys(list: RefObject<HTMLUListElement | null>, openId: string | undefined, onSelect: ((id: string) => void) | undefined) {
  const navigate = useNavigate();
  const links = () => Array.from(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-conversation]') ?? []);
  const move = (step: 1 | -1) => {
    const all = links();
    const focused = all.findIndex((link) => link === document.activeElement);
    const from = focused >= 0 ? focused : all.findIndex((link) => link.dataset.conversation === openId);
    const next = all[Math.min(all.length - 1, Math.max(0, from < 0 ? 0 : from + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const select = () => {
    const id = links().find((link) => link === document.activeElement)?.dataset.conversation ?? openId;
    if (id) onSelect?.(id);
  };
  const back = () => {
    if (!openId) return;
    void navigate({ to: '/inbox', search: (before) => ({ ...before, pane: undefined }) });
    links().find((link) => link.dataset.conversation === openId)?.focus();
  };
  useShortcuts({ j: () => move(1), k: () => move(-1), u: back, ...(onSelect && { x: select }) });
  return (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
}
