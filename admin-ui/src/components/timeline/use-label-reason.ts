import { useTranslation } from 'react-i18next';
import type { Label } from '@/api/types';
import { formatPercent } from '@/lib/format';

/** Why the message has this label, in one sentence or two. */
export function useLabelReason({ value, confidence, explanation, correctedBy }: Label): string {
  const { t } = useTranslation('common');
  if (correctedBy) return t('label.correctedBy', { name: correctedBy.name });
  const because = explanation ? t('label.because', { explanation }) : t('label.noReason');
  if (value === 'unsure') return explanation ? `${t('label.unsure')} ${because}` : t('label.unsure');
  return `${t('label.confidence', { percent: formatPercent(confidence) })}. ${because}`;
}
