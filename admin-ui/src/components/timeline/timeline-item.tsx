import type { TimelineEntry } from '@/api/types';
import { EventEntry } from './event-entry';
import { Message } from './message';
import { NoteEntry } from './note-entry';

interface TimelineItemProps {
  entry: TimelineEntry;
}

export function TimelineItem({ entry }: TimelineItemProps) {
  if (entry.interaction) return <Message interaction={entry.interaction} />;
  if (entry.note) return <NoteEntry note={entry.note} />;
  return entry.event ? <EventEntry event={entry.event} at={entry.at} /> : null;
}

export const entryKey = (entry: TimelineEntry): string =>
  entry.interaction?.id ?? entry.note?.id ?? entry.event?.id ?? entry.at;
