import type { Interaction, Label } from '@/api/types';

export function aLabel(change: Partial<Label> = {}): Label {
  return { facet: 'type', value: 'complaint', confidence: 0.93, explanation: '“broken”', evidence: [], correctedBy: null, ...change };
}

export function anInteraction(change: Partial<Interaction> = {}): Interaction {
  return {
    id: 'i1', externalId: 'e1', revision: 1, channelId: 'ch1', customerId: 'p1', conversationId: 'c1',
    direction: 'inbound', kind: 'comment', text: 'It is still broken.', url: null, public: true,
    occurredAt: '2026-06-15T09:30:00Z', receivedAt: '2026-06-15T09:30:01Z', editedAt: null, deletedAt: null,
    author: { id: 'a1', name: 'Lena', handle: 'lena' }, labels: [], labelsPending: false, delivery: null,
    ...change,
  };
}
