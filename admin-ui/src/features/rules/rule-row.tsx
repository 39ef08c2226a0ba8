import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { useProblemNotice } from '@/components/use-problem-notice';
import { useRuleChoices } from './rule-choices';
import { useDeleteRule, useSaveRule } from './rule-queries';
import classes from './rules.module.css';

interface RuleRowProps {
  rule: Rule;
  may: boolean;
  busy: boolean;
  onEdit: () => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

export function RuleRow({ rule, may, busy, onEdit, onUp, onDown }: RuleRowProps) {
  const { t } = useTranslation('rules');
  const notice = useProblemNotice();
  const choices = useRuleChoices();
  const save = useSaveRule(rule.id);
  const remove = useDeleteRule(rule.id);
  const { name, conditions, actions, stop, enabled } = rule;
  const when = conditions.length ? t('when', { conditions: conditions.map(choices.condition).join(` ${t('and')} `) }) : t('always');
  return (
    <li className={classes.row} data-off={!enabled || undefined}>
      <div className={classes.main}>
        <bdi className={classes.name}>{name}</bdi>
        <p className={classes.sentence} dir="auto">{when} {actions.map(choices.action).join(', ')}.{stop && ` ${t('thenStop')}`}</p>
      </div>
      {may && (
        <div className={classes.actions}>
          <Switch
            checked={enabled}
            disabled={save.isPending}
            aria-label={t('enabledNamed', { name })}
            onChange={() => save.mutate({ name, conditions, actions, stop, enabled: !enabled }, { onError: (error) => notice(t('saveFailed'), error) })}
          />
          <ActionIcon variant="default" aria-label={t('up', { name })} disabled={!onUp || busy} onClick={onUp}><IconArrowUp size={16} /></ActionIcon>
          <ActionIcon variant="default" aria-label={t('down', { name })} disabled={!onDown || busy} onClick={onDown}><IconArrowDown size={16} /></ActionIcon>
          <Button size="xs" variant="default" onClick={onEdit} aria-label={t('editNamed', { name })}>{t('edit')}</Button>
          <ConfirmButton
            label={t('delete')}
            title={t('deleteTitle', { name })}
            text={t('deleteText')}
            confirm={t('delete')}
            pending={remove.isPending}
            onConfirm={() => remove.mutate(undefined, { onError: (error) => notice(t('deleteFailed'), error) })}
          />
        </div>
      )}
    </li>
  );
}
