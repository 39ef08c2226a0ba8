import { useTranslation } from 'react-i18next';
import { colors, type Series } from './series';

/** The values of each count, from the bottom of a bar to its top. */
export function useSeries(insight: 'volume' | 'sentiment' | 'types'): Series[] {
  const { t } = useTranslation('overview');
  const labelled = (facet: string, value: 'positive' | 'neutral' | 'negative' | 'question' | 'complaint' | 'compliment' | 'other' | 'unsure', color: string): Series => ({
    value, color, name: t(`value.${value}`, { ns: 'common' }), filter: { direction: 'inbound', label: [`${facet}:${value}`] },
  });
  const unlabelled: Series = { value: 'unlabelled', name: t('unlabelled'), color: colors.faint };
  switch (insight) {
    case 'volume': return [
      { value: 'inbound', name: t('inbound'), color: colors.accent, filter: { direction: 'inbound' } },
      { value: 'outbound', name: t('outbound'), color: colors.calm, filter: { direction: 'outbound' } },
    ];
    case 'sentiment': return [
      labelled('sentiment', 'positive', colors.good), labelled('sentiment', 'neutral', colors.quiet),
      labelled('sentiment', 'negative', colors.bad), labelled('sentiment', 'unsure', colors.faint), unlabelled,
    ];
    case 'types': return [
      labelled('type', 'question', colors.accent), labelled('type', 'complaint', colors.bad), labelled('type', 'compliment', colors.good),
      labelled('type', 'other', colors.quiet), labelled('type', 'unsure', colors.faint), unlabelled,
    ];
  }
}
