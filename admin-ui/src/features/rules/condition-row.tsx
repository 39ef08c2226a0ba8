import { ActionIcon, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleCondition } from '@/api/types';
import { conditionKinds, customerFields, facetNames, useRuleChoices } from './rule-choices';
import classes from './rules.module.css';

interface ConditionRowProps {
  condition: RuleCondition;
  error: string | undefined;
  onChange: (condition: RuleCondition) => void;
  onRemove: () => void;
}

const keyOf = (on: RuleCondition['on']) => (on === 'label' ? 'type' : on === 'customer' ? 'name' : null);

export function ConditionRow({ condition, error, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation('rules');
  const keys = condition.on === 'label' ? facetNames : condition.on === 'customer' ? customerFields : null;
  const set = (change: Partial<RuleCondition>) => onChange({ ...condition, ...change });
  return (
    <div className={classes.part} role="group" aria-label={t('condition')}>
      <Select
        className={classes.narrow}
        aria-label={t('conditionOn')}
        allowDeselect={false}
        data={conditionKinds.map((on) => ({ value: on, label: t(`on.${on}`) }))}
        value={condition.on}
        onChange={(on) => on && onChange({ on: on as RuleCondition['on'], key: keyOf(on as RuleCondition['on']), values: [], minimum: null, not: condition.not })}
      />
      {keys && (
        <Select className={classes.narrow} aria-label={t('field')} allowDeselect={false} data={[...keys]} value={condition.key} onChange={(key) => set({ key, values: [], minimum: null })} />
      )}
      <Select
        className={classes.narrow}
        aria-label={t('isOrNot')}
        allowDeselect={false}
        data={[{ value: 'is', label: t(condition.on === 'text' ? 'matches' : 'is') }, { value: 'not', label: t(condition.on === 'text' ? 'matchesNot' : 'isNot') }]}
        value={condition.not ? 'not' : 'is'}
        onChange={(value) => set({ not: value === 'not' })}
      />
      <ConditionValues condition={condition} error={error} set={set} />
      <ActionIcon variant="subtle" size="lg" aria-label={t('removeCondition')} onClick={onRemove}><IconX size={16} /></ActionIcon>
    </div>
  );
}

interface ConditionValuesProps {
  condition: RuleCondition;
  error: string | undefined;
  set: (change: Partial<RuleCondition>) => void;
}

function ConditionValues({ condition, error, set }: ConditionValuesProps) {
  const { t } = useTranslation('rules');
  const choices = useRuleChoices().values(condition);
  const common = { className: classes.value, 'aria-label': t('values'), error };
  const values = [...(condition.values ?? [])];
  if (condition.on === 'customer' && condition.key === 'followers')
    return <NumberInput {...common} placeholder={t('atLeast')} min={0} value={condition.minimum ?? ''} onChange={(value) => set({ minimum: value === '' ? null : Number(value) })} />;
  if (condition.on === 'text')
    return <TextInput {...common} placeholder={t('queryHint')} dir="auto" value={values[0] ?? ''} onChange={(event) => set({ values: [event.currentTarget.value] })} />;
  if (!choices) return <TagsInput {...common} placeholder={values.length ? undefined : t('valuesHint')} value={values} onChange={(next) => set({ values: next })} />;
  return (
    <>
      <MultiSelect {...common} placeholder={values.length ? undefined : t('choose')} data={choices} value={values} onChange={(next) => set({ values: next })} />
      {condition.on === 'label' && (
        <NumberInput
          className={classes.narrow}
          aria-label={t('confidence')}
          placeholder={t('confidence')}
          suffix=" %"
          min={0}
          max={100}
          value={condition.minimum == null ? '' : Math.round(condition.minimum * 100)}
          onChange={(value) => set({ minimum: value === '' ? null : Number(value) / 100 })}
        />
      )}
    </>
  );
}
