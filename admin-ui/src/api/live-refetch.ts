import type { QueryClient } from '@tanstack/react-query';
import type { ChangedEvent } from './live';
import { keys } from './query-keys';

/** The first change is shown at once; while many arrive, what is shown is fetched at most this often. */
export const quietPeriod = 700;

export interface LiveRefetch {
  changed: (event: ChangedEvent) => void;
  stop: () => void;
}

const everything = '*';
const named = (ids: string[] | undefined) => (ids?.length ? ids : [everything]);

/** Turns `changed` events into refetches of exactly what they touch, several events at a time; an event that names nothing may touch all. */
export function createLiveRefetch(client: QueryClient): LiveRefetch {
  const conversations = new Set<string>();
  const customers = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastFlush = -Infinity;

  const flush = () => {
    timer = undefined;
    lastFlush = Date.now();
    void client.invalidateQueries({ queryKey: keys.conversationLists });
    void client.invalidateQueries({ queryKey: keys.customerLists });
    if (conversations.delete(everything)) void client.invalidateQueries({ queryKey: keys.conversations });
    if (customers.delete(everything)) void client.invalidateQueries({ queryKey: keys.customers });
    for (const id of conversations) {
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
      void client.invalidateQueries({ queryKey: keys.conversationTimeline(id) });
    }
    for (const id of customers) {
      void client.invalidateQueries({ queryKey: keys.customer(id) });
      void client.invalidateQueries({ queryKey: keys.customerTimeline(id) });
    }
    conversations.clear();
    customers.clear();
  };

  return {
    changed(event) {
      named(event.conversations).forEach((id) => conversations.add(id));
      named(event.customers).forEach((id) => customers.add(id));
      timer ??= setTimeout(flush, Math.max(50, lastFlush + quietPeriod - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
