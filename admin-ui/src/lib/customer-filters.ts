export interface CustomerFilters {
  q?: string;
  tier?: string;
  owner?: string;
}

const longest = 200;

/** What the address asks for; what it cannot mean is left out. */
export function parseCustomerFilters(search: Record<string, unknown>): CustomerFilters {
  const found: CustomerFilters = {};
  for (const name of ['q', 'tier', 'owner'] as const) {
    // The address may say q=123, which reads as a number.
    const value = typeof search[name] === 'number' ? String(search[name]) : search[name];
    if (typeof value === 'string' && value.trim()) found[name] = value.slice(0, longest);
  }
  return found;
}
