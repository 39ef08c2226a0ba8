import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery, membersQuery, teamsQuery } from '@/api/directory';
import type { RuleAction, RuleCondition } from '@/api/types';

export interface Choice {
  value: string;
  label: string;
}

export const conditionKinds = ['channel', 'label', 'text', 'language', 'kind', 'visibility', 'topic', 'customer'] as const;
export const actionKinds = ['team', 'assign', 'roundRobin', 'leastLoaded', 'priority', 'tag', 'notify', 'setAside'] as const;
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export const customerFields = ['name', 'handle', 'followers', 'owner', 'tier'] as const;
const kinds = ['post', 'comment', 'reply', 'mention', 'direct', 'review'];
const facets: Record<string, string[]> = {
  type: ['question', 'complaint', 'compliment', 'other'],
  sentiment: ['positive', 'neutral', 'negative'],
  urgency: ['high', 'normal', 'low'],
  action: ['yes', 'no'],
  asks: ['yes', 'no'],
  complains: ['yes', 'no'],
  praises: ['yes', 'no'],
};
export const facetNames = Object.keys(facets);

/** What there is to choose from, and the sentence that a rule makes of it. */
export function useRuleChoices() {
  const { t } = useTranslation('rules');
  const { data: channels = [] } = useQuery(channelsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: members = [] } = useQuery(membersQuery);
  const named = (items: { id: string; name: string }[]): Choice[] => items.map(({ id, name }) => ({ value: id, label: name }));
  const plain = (values: readonly string[]): Choice[] => values.map((value) => ({ value, label: value }));

  /** The values of a condition; null where they are written freely. */
  const values = ({ on, key }: RuleCondition): Choice[] | null => {
    switch (on) {
      case 'channel': return named(channels);
      case 'label': return plain([...(facets[key ?? ''] ?? []), 'unsure']);
      case 'kind': return plain(kinds);
      case 'visibility': return plain(['public', 'private']);
      default: return null;
    }
  };
  const targets = (kind: RuleAction['do']): Choice[] | null => {
    switch (kind) {
      case 'team':
      case 'roundRobin':
      case 'leastLoaded': return named(teams);
      case 'assign': return named(members);
      case 'notify': return [...named(teams), ...named(members)];
      case 'priority': return priorities.map((value) => ({ value, label: t(`priority.${value}`) }));
      case 'tag':
      case 'setAside': return null;
    }
  };
  const label = (choices: Choice[] | null, value: string) => (choices ? (choices.find((c) => c.value === value)?.label ?? t('gone')) : value);
  const condition = (c: RuleCondition) => {
    const list = (c.values ?? []).map((value) => `“${label(values(c), value)}”`).join(` ${t('or')} `);
    const words = { values: list, field: c.key ?? '', minimum: c.minimum ?? 0, percent: Math.round((c.minimum ?? 0) * 100) };
    const text = c.on === 'customer' && c.key === 'followers'
      ? t('sentence.followers', words)
      : c.on === 'customer' && c.key === 'tier' ? t('sentence.tier', words) : t(c.on === 'label' && c.minimum ? 'sentence.sure' : `sentence.${c.on}`, words);
    return c.not ? t('sentence.not', { text }) : text;
  };
  const action = (a: RuleAction) => t(`does.${a.do}`, { value: label(targets(a.do), a.value ?? '') });
  return { values, targets, condition, action };
}
