import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '@/api/types';
import { useMay, useSession } from '@/api/session';
import { ErrorState } from '@/components/error-state';
import { TimelineActionsContext } from '@/components/timeline/timeline-actions';
import { useShortcuts } from '@/lib/use-shortcuts';
import { Composer } from './composer';
import { ConversationHeader } from './conversation-header';
import { conversationQuery } from './conversation-query';
import { ConversationTimeline } from './conversation-timeline';
import classes from './conversation.module.css';
import { useConversationChanges } from './use-conversation-changes';
import { useMessageActions } from './use-message-actions';
import { useResolving } from './use-resolving';
import { WroteSinceDialog } from './wrote-since-dialog';

interface ConversationPaneProps {
  id: string;
}

export function ConversationPane({ id }: ConversationPaneProps) {
  const { t } = useTranslation('conversation');
  const query = useQuery(conversationQuery(id));
  return (
    <section className={classes.pane} aria-label={t('aria')}>
      {query.data ? (
        <OpenConversation conversation={query.data} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Stack p="md" gap="md">
          <Skeleton height={44} />
          <Skeleton height={90} width="70%" />
          <Skeleton height={64} width="60%" ml="auto" />
        </Stack>
      )}
    </section>
  );
}

interface OpenConversationProps {
  conversation: ConversationDetail;
}

function OpenConversation({ conversation }: OpenConversationProps) {
  const { user } = useSession();
  const mayWork = useMay('conversations.work');
  const changes = useConversationChanges(conversation.id);
  const actions = useMessageActions(conversation.id, mayWork);
  const resolving = useResolving(conversation, changes);
  const [snoozing, setSnoozing] = useState(false);
  useShortcuts(mayWork ? { e: resolving.toggle, a: () => changes.assignee.mutate(user.id), s: () => setSnoozing(conversation.status !== 'spam') } : {});
  return (
    <TimelineActionsContext value={actions}>
      <ConversationHeader
        conversation={conversation}
        changes={changes}
        mayWork={mayWork}
        snoozing={snoozing}
        onSnoozing={setSnoozing}
        onToggleResolved={resolving.toggle}
      />
      <ConversationTimeline id={conversation.id} />
      <Composer conversation={conversation} mayWork={mayWork} />
      {resolving.asking && <WroteSinceDialog message={resolving.last} onResolve={resolving.resolve} onClose={resolving.keepOpen} />}
    </TimelineActionsContext>
  );
}
