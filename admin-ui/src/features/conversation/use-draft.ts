import { useMemo, useState } from 'react';
import { useSession } from '@/api/session';
import { createDrafts, type DraftMode } from '@/lib/drafts';

/** The text being written; it survives a reload and a look at another conversation. */
export function useDraft(conversationId: string, mode: DraftMode): [string, (text: string) => void] {
  const { user } = useSession();
  const drafts = useMemo(() => createDrafts(user.id), [user.id]);
  const [text, setText] = useState(() => drafts.read(conversationId, mode));
  const write = (next: string) => {
    setText(next);
    drafts.write(conversationId, mode, next);
  };
  return [text, write];
}
