export type DraftMode = 'reply' | 'note';

export interface Drafts {
  read: (conversationId: string, mode: DraftMode) => string;
  write: (conversationId: string, mode: DraftMode, text: string) => void;
}

const maxKept = 100;
const prefix = 'draft:';

interface Draft {
  text: string;
  at: number;
}

/** Unsent texts, one for each conversation and mode, of one user on this device. The oldest make room for new ones. */
export function createDrafts(userId: string, storage: Storage = localStorage, now: () => number = Date.now): Drafts {
  const mine = `${prefix}${userId}:`;
  const key = (conversationId: string, mode: DraftMode) => `${mine}${mode}:${conversationId}`;
  return {
    read: (conversationId, mode) => parse(storage.getItem(key(conversationId, mode)))?.text ?? '',
    write(conversationId, mode, text) {
      const name = key(conversationId, mode);
      try {
        if (text.trim() === '') storage.removeItem(name);
        else storage.setItem(name, JSON.stringify({ text, at: now() } satisfies Draft));
        dropOldest(storage, mine);
      } catch {
        // A full or refused storage loses the draft on reload only.
      }
    },
  };
}

function dropOldest(storage: Storage, mine: string) {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(mine),
  );
  if (names.length <= maxKept) return;
  names
    .map((name) => ({ name, at: parse(storage.getItem(name))?.at ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .slice(0, names.length - maxKept)
    .forEach(({ name }) => storage.removeItem(name));
}

function parse(value: string | null): Draft | null {
  if (value === null) return null;
  try {
    const draft: unknown = JSON.parse(value);
    return typeof draft === 'object' && draft !== null && 'text' in draft && typeof draft.text === 'string'
      ? { text: draft.text, at: 'at' in draft && typeof draft.at === 'number' ? draft.at : 0 }
      : null;
  } catch {
    return null;
  }
}
