export const deliveryStates = ['queued', 'sending', 'sent', 'failed', 'unknown'] as const;
export const deliveryKinds = ['contact', 'activity'] as const;

export interface DeliveryFilters {
  state?: (typeof deliveryStates)[number];
  kind?: (typeof deliveryKinds)[number];
}

/** What the address asks for; what it cannot mean is left out. */
export function parseDeliveryFilters(search: Record<string, unknown>): DeliveryFilters {
  const state = deliveryStates.find((known) => known === search.state);
  const kind = deliveryKinds.find((known) => known === search.kind);
  return { ...(state && { state }), ...(kind && { kind }) };
}
