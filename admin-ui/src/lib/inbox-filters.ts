export const inboxStatuses = ['open', 'waiting', 'snoozed', 'resolved', 'spam'] as const;
export type InboxStatus = (typeof inboxStatuses)[number];
export const inboxPriorities = ['urgent', 'high', 'normal', 'low'] as const;
export const inboxOrders = ['newest', 'waiting', 'priority'] as const;
export type InboxOrder = (typeof inboxOrders)[number];

/** What narrows the list, by the same names in the address, in the API and in saved views. */
interface Narrowing {
  assignee?: string;
  channel?: string;
  team?: string;
  priority?: (typeof inboxPriorities)[number];
  tag?: string;
  label?: string[];
  unanswered?: true;
  q?: string;
  sort?: InboxOrder;
}

/** What the address of the inbox says. A missing value is the default: open conversations of everyone, newest first. */
export interface InboxFilters extends Narrowing {
  status?: InboxStatus | 'all';
}

export interface ConversationQuery extends Narrowing {
  status?: InboxStatus;
}

/** Reads the filters from an address; anything that is not understood counts as not given. */
export function parseInboxFilters(search: Record<string, unknown>): InboxFilters {
  return withoutEmpty({
    status: search.status === 'all' ? 'all' : oneOf(inboxStatuses, search.status, 'open'),
    assignee: word(search.assignee),
    channel: word(search.channel),
    team: word(search.team),
    priority: oneOf(inboxPriorities, search.priority),
    tag: text(search.tag, 50),
    label: labels(search.label),
    unanswered: search.unanswered === true || search.unanswered === 'true' ? true : undefined,
    q: text(search.q, 300),
    sort: oneOf(inboxOrders, search.sort, 'newest'),
  });
}

export function toConversationQuery({ status = 'open', ...rest }: InboxFilters): ConversationQuery {
  return withoutEmpty({ ...rest, status: status === 'all' ? undefined : status });
}

/** The other way round: what a saved view asks for, as the address says it. */
export const toInboxFilters = (query: Record<string, unknown>): InboxFilters =>
  parseInboxFilters({ ...query, status: query.status ?? 'all' });

/** Every filter as not given, to be changed back to. */
export const noFilters: { [Name in keyof Required<InboxFilters>]: undefined } = {
  status: undefined, assignee: undefined, channel: undefined, team: undefined, priority: undefined,
  tag: undefined, label: undefined, unanswered: undefined, q: undefined, sort: undefined,
};

export const isFiltered = (filters: InboxFilters): boolean =>
  Object.keys(parseInboxFilters({ ...filters, sort: undefined })).length > 0;

/** How many of the filters that stand behind the button are set. */
export const hiddenFilters = ({ channel, team, priority, tag, label, unanswered }: InboxFilters): number =>
  [channel, team, priority, tag, unanswered].filter((value) => value !== undefined).length + (label?.length ?? 0);

function oneOf<T extends string>(values: readonly T[], value: unknown, standard?: T): T | undefined {
  const found = values.find((known) => known === value);
  return found === standard ? undefined : found;
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined;

const text = (value: unknown, longest: number): string | undefined => {
  const written = typeof value === 'number' ? String(value) : value;
  return typeof written === 'string' && written.trim() !== '' && written.length <= longest ? written : undefined;
};

const labels = (value: unknown): string[] | undefined => {
  const found = (Array.isArray(value) ? value : [value]).filter((label): label is string => typeof label === 'string' && /^[a-z]+:.{1,64}$/.test(label));
  return found.length > 0 ? found : undefined;
};

function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
