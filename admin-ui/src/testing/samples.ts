import type { Attachment, Interaction, Label } from '@/api/types';

export function aLabel(change: Partial<Label> = {}): Label {
  return { facet: 'type', value: 'complaint', confidence: 0.93, explanation: '“broken”', evidence: [], correctedBy: null, ...change };
}

export function anInteraction(change: Partial<Interaction> = {}): Interaction {
  return {
    id: 'i1', externalId: 'e1', revision: 1, channelId: 'ch1', customerId: 'p1', conversationId: 'c1',
    direction: 'inbound', kind: 'comment', text: 'It is still broken.', url: null, public: true,
    occurredAt: '2026-06-15T09:30:00Z', receivedAt: '2026-06-15T09:30:01Z', editedAt: null, deletedAt: null,
    author: { id: 'a1', name: 'Lena', handle: 'lena' }, labels: [], labelsPending: false, delivery: null, attachments: [],
    ...change,
  };
}

export function anAttachment(change: Partial<Attachment> = {}): Attachment {
  return {
    id: 'f1', name: 'file.txt', type: 'text/plain', size: 2048, state: 'stored', reason: null,
    url: '/api/v1/attachments/f1', previewUrl: null, width: null, height: null, ...change,
  };
}
