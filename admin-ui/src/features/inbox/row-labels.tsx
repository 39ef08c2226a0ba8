import { useTranslation } from 'react-i18next';
import type { ConversationItem } from '@/api/types';
import chip from '@/components/timeline/label-chip.module.css';
import { chipText, labelTone } from '@/components/timeline/label-text';

interface RowLabelsProps {
  labels: ConversationItem['labels'];
}

const telling = new Set(['question', 'complaint', 'compliment', 'negative', 'positive', 'high']);

/** At most two words a row, those a person would act on first. */
export function RowLabels({ labels }: RowLabelsProps) {
  const { t } = useTranslation('common');
  return (['urgency', 'type', 'sentiment'] as const)
    .map((facet) => ({ facet, value: labels[facet] ?? '' }))
    .filter(({ value }) => telling.has(value))
    .slice(0, 2)
    .map((label) => (
      <span key={label.facet} className={chip.chip} data-tone={labelTone(label)}>{chipText(t, label)}</span>
    ));
}
