import { useEffect, useRef } from 'react';
import { shortcutsEnabled } from './shortcut-setting';

export type Shortcuts = Record<string, () => void>;

const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

/**
 * Single keys for the whole page. They rest while the person types, or a menu or dialog is open, or when switched off.
 * Those that come first are asked before all others: what is selected goes before what is open.
 */
export function useShortcuts(shortcuts: Shortcuts, first = false) {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !shortcutsEnabled()) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      const run = current.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey, first);
    return () => document.removeEventListener('keydown', onKey, first);
  }, [first]);
}
