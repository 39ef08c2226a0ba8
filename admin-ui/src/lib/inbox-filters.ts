export const inboxStatuses = ['open', 'waiting', 'resolved'] as const;
export type InboxStatus = (typeof inboxStatuses)[number];

/** What the address of the inbox says. A missing value is the default: open conversations of everyone. */
export interface InboxFilters {
  status?: InboxStatus | 'all';
  assignee?: string;
  channel?: string;
  team?: string;
}

export interface ConversationQuery {
  status?: InboxStatus;
  assignee?: string;
  channel?: string;
  team?: string;
}

/** Reads the filters from an address; anything that is not understood counts as not given. */
export function parseInboxFilters(search: Record<string, unknown>): InboxFilters {
  return withoutEmpty({
    status: isStatus(search.status) && search.status !== 'open' ? search.status : undefined,
    assignee: word(search.assignee),
    channel: word(search.channel),
    team: word(search.team),
  });
}

export function toConversationQuery(filters: InboxFilters): ConversationQuery {
  const status = filters.status ?? 'open';
  return withoutEmpty({
    status: status === 'all' ? undefined : status,
    assignee: filters.assignee,
    channel: filters.channel,
    team: filters.team,
  });
}

export const isFiltered = (filters: InboxFilters): boolean => Object.keys(parseInboxFilters({ ...filters })).length > 0;

const isStatus = (value: unknown): value is InboxStatus | 'all' =>
  value === 'all' || inboxStatuses.some((status) => status === value);

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined;

function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
