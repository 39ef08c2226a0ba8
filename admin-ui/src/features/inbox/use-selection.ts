import { useState } from 'react';

/** A conversation of the list, and what its row shows of what the customer said last. */
export interface Listed {
  id: string;
  lastInboundId?: string | null;
}

export interface Selection {
  ids: ReadonlySet<string>;
  /** By each that is selected the customer's last message when it was: what comes later was not seen. */
  seen: ReadonlyMap<string, string | null>;
  /** Selects one, or no longer; with a range everything between it and the one before. */
  toggle: (id: string, range?: boolean) => void;
  set: (items: readonly Listed[]) => void;
  /** Selects those of the list, as it is by then. */
  setIds: (ids: readonly string[]) => void;
  clear: () => void;
}

/** Which rows of a list are selected. What has left the list is selected no longer. */
export function useSelection(listed: readonly Listed[], everything: boolean): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [anchor, setAnchor] = useState<string>();
  const places = new Map(listed.map(({ id }, place) => [id, place]));
  const seen = everything ? chosen : new Map([...chosen].filter(([id]) => places.has(id)));
  const entries = (items: readonly Listed[]) => items.map(({ id, lastInboundId }): [string, string | null] => [id, lastInboundId ?? null]);
  const toggle = (id: string, range = false) => {
    const from = anchor === undefined ? undefined : places.get(anchor);
    const to = places.get(id);
    setAnchor(id);
    if (range && from !== undefined && to !== undefined) {
      setChosen(new Map([...entries(listed.slice(Math.min(from, to), Math.max(from, to) + 1)), ...seen]));
      return;
    }
    const next = new Map(seen);
    const row = to === undefined ? undefined : listed[to];
    if (!next.delete(id) && row) next.set(id, row.lastInboundId ?? null);
    setChosen(next);
  };
  const set = (items: readonly Listed[]) => setChosen(new Map(entries(items)));
  const setIds = (ids: readonly string[]) => set(listed.filter(({ id }) => ids.includes(id)));
  return { ids: new Set(seen.keys()), seen, toggle, set, setIds, clear: () => setChosen(new Map()) };
}
