import { createContext, useContext } from 'react';
import type { Interaction } from '@/api/types';

/** What a person may do with an entry; a missing action is not offered. */
export interface TimelineActions {
  correct?: (interaction: Interaction, facet: string, value: string) => void;
  retry?: (interaction: Interaction) => void;
  markSent?: (interaction: Interaction) => void;
}

export const TimelineActionsContext = createContext<TimelineActions>({});
export const useTimelineActions = () => useContext(TimelineActionsContext);
