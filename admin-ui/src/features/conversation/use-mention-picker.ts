import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Member } from '@/api/types';
import { candidates, mentionAt } from '@/lib/mentions';

/** Offers members while a name is written behind an @. The keys choose; what is chosen is plain text. */
export function useMentionPicker(field: RefObject<HTMLTextAreaElement | null>, members: Member[], text: string, setText: (text: string) => void) {
  const listId = useId();
  const [at, setAt] = useState<{ start: number; word: string } | null>(null);
  const [active, setActive] = useState(0);
  const people = at ? candidates(members, at.word) : [];
  const chosen = Math.min(active, people.length - 1);
  const look = ({ value, selectionStart }: HTMLTextAreaElement) => {
    setAt(members.length > 0 ? mentionAt(value, selectionStart) : null);
    setActive(0);
  };
  const choose = (member: Member | undefined) => {
    if (!member || !at) return;
    const end = at.start + 1 + at.word.length;
    const inserted = `@${member.name} `;
    setText(text.slice(0, at.start) + inserted + text.slice(end));
    setAt(null);
    const caret = at.start + inserted.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  /** True when the key was for the list. */
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (people.length === 0 || event.ctrlKey || event.metaKey) return false;
    const act: Record<string, () => void> = {
      ArrowDown: () => setActive((chosen + 1) % people.length),
      ArrowUp: () => setActive((chosen + people.length - 1) % people.length),
      Enter: () => choose(people[chosen]),
      Tab: () => choose(people[chosen]),
      Escape: () => setAt(null),
    };
    const run = act[event.key];
    if (!run) return false;
    event.preventDefault();
    run();
    return true;
  };
  const aria = people.length > 0
    ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': listId, 'aria-activedescendant': `${listId}-${chosen}` } as const
    : {};
  return { listId, people, chosen, look, choose, onKeyDown, aria };
}

export type MentionPicker = ReturnType<typeof useMentionPicker>;
