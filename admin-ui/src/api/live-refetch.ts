import type { QueryClient } from '@tanstack/react-query';
import type { ChangedEvent } from './live';
import { keys } from './query-keys';

/** The first change is shown after this, together with what comes meanwhile. */
export const together = 50;

/** While changes keep coming, what is shown is fetched again after at least this… */
export const shortestRest = 50;
/** …and at most this, also where a fetch does not end. */
export const longestRest = 2000;

/** A server that answers quickly is asked again soon, a busy one is left alone for twice as long as it took. */
const restAfter = (took: number) => Math.min(longestRest, Math.max(shortestRest, 2 * took));

export interface LiveRefetch {
  changed: (event: ChangedEvent) => void;
  stop: () => void;
}

const everything = '*';
const named = (ids: string[] | undefined) => (ids?.length ? ids : [everything]);
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Turns `changed` events into refetches of exactly what they touch, several events at a time; an event that names nothing may touch all. */
export function createLiveRefetch(client: QueryClient): LiveRefetch {
  const conversations = new Set<string>();
  const customers = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fetching = false;
  let nextAt = -Infinity;

  const touched = () => {
    const found: (readonly unknown[])[] = [keys.conversationLists, keys.customerLists];
    if (conversations.delete(everything)) found.push(keys.conversations);
    if (customers.delete(everything)) found.push(keys.customers);
    for (const id of conversations) found.push(keys.conversation(id), keys.conversationTimeline(id));
    for (const id of customers) found.push(keys.customer(id), keys.customerTimeline(id));
    conversations.clear();
    customers.clear();
    return found;
  };

  const schedule = () => {
    if (fetching || timer !== undefined || conversations.size + customers.size === 0) return;
    timer = setTimeout(() => void flush(), Math.max(together, nextAt - Date.now()));
  };

  const flush = async () => {
    timer = undefined;
    fetching = true;
    const started = Date.now();
    const fetched = Promise.all(touched().map((queryKey) => client.invalidateQueries({ queryKey })));
    await Promise.race([fetched, wait(longestRest)]);
    fetching = false;
    nextAt = Date.now() + restAfter(Date.now() - started);
    schedule();
  };

  return {
    changed(event) {
      named(event.conversations).forEach((id) => conversations.add(id));
      named(event.customers).forEach((id) => customers.add(id));
      schedule();
    },
    stop() {
      clearTimeout(timer);
      conversations.clear();
      customers.clear();
    },
  };
}
