import type { TFunction } from 'i18next';
import type { Label } from '@/api/types';
import { languageName } from '@/lib/format';

export type LabelTone = 'good' | 'bad' | 'warn' | 'accent' | 'quiet';

const facets = ['type', 'asks', 'complains', 'praises', 'sentiment', 'action', 'urgency', 'language', 'topic'] as const;
const values = [
  'question', 'complaint', 'compliment', 'other', 'positive', 'neutral', 'negative',
  'high', 'normal', 'low', 'yes', 'no', 'unsure',
] as const;
const yesNo = ['asks', 'complains', 'praises', 'action'];

const known = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((entry) => entry === value);

export function facetText(t: TFunction<'common'>, facet: string): string {
  const name = known(facets, facet);
  return name ? t(`facet.${name}`, { ns: 'common' }) : facet;
}

export function valueText(t: TFunction<'common'>, facet: string, value: string): string {
  if (facet === 'language' && value !== 'unsure') return languageName(value);
  const name = known(values, value);
  return name && facet !== 'topic' ? t(`value.${name}`, { ns: 'common' }) : value;
}

/** What a chip says: short where the value speaks for itself. */
export function chipText(t: TFunction<'common'>, { facet, value }: Pick<Label, 'facet' | 'value'>): string {
  if (yesNo.includes(facet) && value === 'yes') return facetText(t, facet);
  if (yesNo.includes(facet) || value === 'unsure') return `${facetText(t, facet)}: ${valueText(t, facet, value).toLocaleLowerCase()}`;
  if (facet === 'urgency' && (value === 'high' || value === 'normal' || value === 'low')) {
    return t(`urgencyValue.${value}`, { ns: 'common' });
  }
  return valueText(t, facet, value);
}

export function labelTone({ facet, value }: Pick<Label, 'facet' | 'value'>): LabelTone {
  if (value === 'complaint' || value === 'negative') return 'bad';
  if (value === 'compliment' || value === 'positive') return 'good';
  if (value === 'question') return 'accent';
  return (facet === 'urgency' && value === 'high') || (facet === 'action' && value === 'yes') ? 'warn' : 'quiet';
}

/** The labels worth a glance; the others are one click away. */
export function isTelling({ facet, value, correctedBy }: Label): boolean {
  if (correctedBy || facet === 'type' || facet === 'topic') return true;
  if (facet === 'sentiment') return value !== 'neutral';
  return (facet === 'urgency' && value === 'high') || (facet === 'action' && value === 'yes') || facet === 'language';
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr', 'ru', 'uk', 'ar', 'he', 'fa', 'hi', 'zh', 'ja', 'ko'];

/** What a person may say instead; empty where a correction is not a choice of known values. */
export function correctionsOf(facet: string): readonly string[] {
  if (yesNo.includes(facet)) return ['yes', 'no'];
  switch (facet) {
    case 'type': return ['question', 'complaint', 'compliment', 'other'];
    case 'sentiment': return ['positive', 'neutral', 'negative'];
    case 'urgency': return ['high', 'normal', 'low'];
    case 'language': return languages;
    default: return [];
  }
}
