import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleAction } from '@/api/types';
import { actionKinds, useRuleChoices } from './rule-choices';
import classes from './rules.module.css';

interface ActionRowProps {
  action: RuleAction;
  error: string | undefined;
  onChange: (action: RuleAction) => void;
  onRemove: () => void;
}

export function ActionRow({ action, error, onChange, onRemove }: ActionRowProps) {
  const { t } = useTranslation('rules');
  const targets = useRuleChoices().targets(action.do);
  const common = { className: classes.value, 'aria-label': t('target'), error };
  return (
    <div className={classes.part} role="group" aria-label={t('action')}>
      <Select
        className={classes.value}
        aria-label={t('actionDo')}
        allowDeselect={false}
        data={actionKinds.map((kind) => ({ value: kind, label: t(`do.${kind}`) }))}
        value={action.do}
        onChange={(kind) => kind && onChange({ do: kind as RuleAction['do'], value: '' })}
      />
      {action.do === 'setAside' ? <div className={classes.value}>{t('setAsideHelp')}</div> : targets
        ? <Select {...common} searchable placeholder={t('choose')} data={targets} value={action.value || null} onChange={(value) => onChange({ ...action, value: value ?? '' })} />
        : <TextInput {...common} maxLength={50} dir="auto" value={action.value} onChange={(event) => onChange({ ...action, value: event.currentTarget.value })} />}
      <ActionIcon variant="subtle" size="lg" aria-label={t('removeAction')} onClick={onRemove}><IconX size={16} /></ActionIcon>
    </div>
  );
}
