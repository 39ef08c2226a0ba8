/** What the address of the list of messages says; anything that is not understood counts as not given. */
export interface MessageFilters {
  from?: string;
  to?: string;
  channel?: string;
  direction?: 'inbound' | 'outbound';
  label?: string[];
}

const time = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,16}Z$/;

export function parseMessageFilters(search: Record<string, unknown>): MessageFilters {
  const labels = (Array.isArray(search.label) ? search.label : [search.label]).filter(isLabel);
  const found: MessageFilters = {};
  if (isTime(search.from)) found.from = search.from;
  if (isTime(search.to)) found.to = search.to;
  if (typeof search.channel === 'string' && /^[\w-]{1,64}$/.test(search.channel)) found.channel = search.channel;
  if (search.direction === 'inbound' || search.direction === 'outbound') found.direction = search.direction;
  if (labels.length > 0) found.label = labels;
  return found;
}

const isTime = (value: unknown): value is string => typeof value === 'string' && time.test(value);

const isLabel = (value: unknown): value is string => typeof value === 'string' && /^[a-z]+:.{1,64}$/.test(value);
