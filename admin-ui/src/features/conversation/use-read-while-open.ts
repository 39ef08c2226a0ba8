import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { notificationCountQuery, useReadNotifications } from '@/api/notifications';

/** Who looks at a conversation knows what its notifications say. */
export function useReadWhileOpen(conversationId: string) {
  const { data: unread = 0 } = useQuery(notificationCountQuery);
  const { mutate } = useReadNotifications();
  useEffect(() => {
    if (unread > 0) mutate({ conversationId });
  }, [conversationId, unread, mutate]);
}
