import type { KeyboardEvent, RefObject } from 'react';
import { useShortcuts } from '@/lib/use-shortcuts';

/** j and k anywhere on the page, the arrow keys from the field on: both move through the results; Enter follows the link. */
export function useResultKeys(root: RefObject<HTMLElement | null>) {
  const move = (step: 1 | -1) => {
    const links = Array.from(root.current?.querySelectorAll<HTMLAnchorElement>('a[data-result]') ?? []);
    const from = links.findIndex((link) => link === document.activeElement);
    if (from === 0 && step === -1) {
      root.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
      return;
    }
    const next = links[Math.min(links.length - 1, Math.max(0, from + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  return (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (!(inField || event.target instanceof HTMLAnchorElement) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    if (event.key === 'ArrowDown' || !inField) move(event.key === 'ArrowDown' ? 1 : -1);
  };
}
