import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '@/api/types';
import { LabelChip } from './label-chip';
import chip from './label-chip.module.css';
import { isTelling } from './label-text';
import classes from './message.module.css';
import { useTimelineActions } from './timeline-actions';

interface LabelRowProps {
  interaction: Interaction;
  onActive: (facetIndex: number | null) => void;
}

export function LabelRow({ interaction, onActive }: LabelRowProps) {
  const { t } = useTranslation('common');
  const { correct } = useTimelineActions();
  const [all, setAll] = useState(false);
  const hidden = interaction.labels.filter((label) => !isTelling(label)).length;
  if (interaction.labelsPending) return <span className={chip.chip}>{t('label.pending')}</span>;
  if (interaction.labels.length === 0) return null;
  return (
    <div className={classes.labels}>
      {interaction.labels.map((label, index) =>
        all || isTelling(label) ? (
          <LabelChip
            key={`${label.facet}:${label.value}`}
            label={label}
            onActive={(active) => onActive(active ? index : null)}
            onCorrect={correct && ((value) => correct(interaction, label.facet, value))}
          />
        ) : null,
      )}
      {hidden > 0 && (
        <UnstyledButton className={classes.more} onClick={() => setAll(!all)} aria-expanded={all} aria-label={all ? t('showLess') : t('label.more', { count: hidden })}>
          {all ? t('showLess') : `+${hidden}`}
        </UnstyledButton>
      )}
    </div>
  );
}
