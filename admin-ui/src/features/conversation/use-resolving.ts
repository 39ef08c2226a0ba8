import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '@/api/query-keys';
import type { ConversationDetail, Interaction } from '@/api/types';
import { isProblem } from '@/lib/problem';
import { timelineQuery } from './conversation-query';
import type { useConversationChanges } from './use-conversation-changes';

/**
 * Resolves a conversation as of what the person has seen of it. When the customer has written since, the new message is
 * fetched and the person asked again.
 */
export function useResolving(conversation: ConversationDetail, changes: ReturnType<typeof useConversationChanges>) {
  const client = useQueryClient();
  const { data: entries = [] } = useInfiniteQuery(timelineQuery(conversation.id));
  const [asking, setAsking] = useState(false);
  const heard = entries.flatMap(({ interaction }) => (interaction?.direction === 'inbound' ? [interaction] : []));
  const last: Interaction | undefined = heard.at(-1);
  const resolve = () => {
    setAsking(false);
    changes.status.mutate(
      { status: 'resolved', seen: last?.id },
      {
        onError: (error) => {
          if (!isProblem(error, 409) || !error.type.endsWith(':wrote-since')) return;
          void client.invalidateQueries({ queryKey: keys.conversationTimeline(conversation.id) }).then(() => setAsking(true));
        },
      },
    );
  };
  const toggle = () => {
    if (conversation.status === 'snoozed') changes.wake.mutate();
    else if (conversation.status === 'spam') changes.notSpam.mutate();
    else if (conversation.status === 'resolved') changes.status.mutate({ status: 'open' });
    else resolve();
  };
  return { asking, last, resolve, toggle, keepOpen: () => setAsking(false) };
}
