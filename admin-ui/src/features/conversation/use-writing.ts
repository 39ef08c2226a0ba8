import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { TimelineEntry } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';
import type { DraftMode } from '@/lib/drafts';
import { withEntry, type Timeline } from './with-entry';

interface Written {
  text: string;
  attachments: string[];
}

interface Writing extends Written {
  /** Those who are told of a note. */
  mentions: string[];
}

/** Sends a reply or adds a note, and shows it at once. */
export function useWriting(id: string, mode: DraftMode) {
  const { t } = useTranslation('conversation');
  const client = useQueryClient();
  const notice = useProblemNotice();
  return useMutation({
    mutationFn: ({ mentions, ...written }: Writing) => (mode === 'reply' ? sendReply(id, written) : addNote(id, { ...written, mentions })),
    onSuccess: (entry) => {
      client.setQueryData<Timeline>(keys.conversationTimeline(id), (timeline) => timeline && withEntry(timeline, entry));
      void client.invalidateQueries({ queryKey: keys.conversationTimeline(id) });
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
      void client.invalidateQueries({ queryKey: keys.conversationLists });
    },
    onError: (error) => notice(t('sendFailed'), error),
  });
}

async function sendReply(id: string, body: Written): Promise<TimelineEntry> {
  const interaction = await unwrap(
    api.POST('/api/v1/conversations/{id}/replies', { params: { path: { id } }, body }),
  );
  return { type: 'interaction', at: interaction.occurredAt, interaction };
}

async function addNote(id: string, body: Writing): Promise<TimelineEntry> {
  const note = await unwrap(api.POST('/api/v1/conversations/{id}/notes', { params: { path: { id } }, body }));
  return { type: 'note', at: note.at, note };
}
