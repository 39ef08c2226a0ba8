import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openLiveLink, type LiveState } from '@/api/live';
import { createLiveRefetch } from '@/api/live-refetch';
import { keys } from '@/api/query-keys';

const pollWhileDown = 15_000;

/** Keeps what is shown as fresh as the server, for as long as the workspace is open. */
export function useLiveLink(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const refetch = createLiveRefetch(client);
    const close = openLiveLink({
      state: setState,
      changed: refetch.changed,
      deadLetters: () => void client.invalidateQueries({ queryKey: keys.deadLetters }),
      channels: () => {
        void client.invalidateQueries({ queryKey: keys.channels });
        void client.invalidateQueries({ queryKey: keys.connectors });
      },
      members: () => {
        void client.invalidateQueries({ queryKey: keys.members });
        void client.invalidateQueries({ queryKey: keys.invitations });
      },
      notifications: () => void client.invalidateQueries({ queryKey: keys.notifications }),
      resumed: () => void client.invalidateQueries(),
    });
    return () => {
      close();
      refetch.stop();
    };
  }, [client]);
  useEffect(() => {
    if (state !== 'reconnecting') return undefined;
    const timer = window.setInterval(() => void client.invalidateQueries(), pollWhileDown);
    return () => window.clearInterval(timer);
  }, [client, state]);
  return state;
}
