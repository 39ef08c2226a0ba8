import { Button, Fieldset, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleRequest } from '@/api/types';
import { FormProblem } from '@/components/form-problem';
import { fieldErrors } from '@/lib/problem';
import { ActionRow } from './action-row';
import { ConditionRow } from './condition-row';
import { RulePreview } from './rule-preview';
import { useSaveRule } from './rule-queries';

interface RuleDialogProps {
  rule: Rule | undefined;
  onClose: () => void;
}

const start = (rule: Rule | undefined): RuleRequest => ({
  name: rule?.name ?? '',
  conditions: rule?.conditions ?? [{ on: 'text', values: [], not: false }],
  actions: rule?.actions ?? [{ do: 'team', value: '' }],
  stop: rule?.stop ?? false,
  enabled: rule?.enabled ?? true,
});

export function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const { t } = useTranslation('rules');
  const save = useSaveRule(rule?.id);
  const form = useForm<RuleRequest>({ initialValues: start(rule) });
  const { conditions, actions } = form.values;
  const errors = fieldErrors(save.error);
  const known = ['name', ...conditions.map((_, i) => `conditions[${i}]`), ...actions.map((_, i) => `actions[${i}].value`)];
  const close = () => { if (!form.isDirty() || window.confirm(t('discard'))) onClose(); };
  const submit = form.onSubmit((values) => save.mutate(values, { onSuccess: () => { notifications.show({ message: t('saved') }); onClose(); } }));
  const replaced = <T,>(list: readonly T[], index: number, item: T | null): T[] => list.flatMap((old, i) => (i !== index ? [old] : item === null ? [] : [item]));
  return (
    <Modal opened onClose={close} size="xl" title={rule ? t('editTitle') : t('create')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormProblem error={save.error} fields={known} />
          <TextInput label={t('name')} maxLength={100} data-autofocus {...form.getInputProps('name')} error={errors.name} />
          <Fieldset legend={t('conditions')}>
            {conditions.map((condition, index) => (
              <ConditionRow
                key={index}
                condition={condition}
                error={errors[`conditions[${index}]`]}
                onChange={(next) => form.setFieldValue('conditions', replaced(conditions, index, next))}
                onRemove={() => form.setFieldValue('conditions', replaced(conditions, index, null))}
              />
            ))}
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => form.setFieldValue('conditions', [...conditions, { on: 'text', values: [], not: false }])}>
              {t('addCondition')}
            </Button>
          </Fieldset>
          <Fieldset legend={t('actions')}>
            {actions.map((action, index) => (
              <ActionRow
                key={index}
                action={action}
                error={errors[`actions[${index}].value`]}
                onChange={(next) => form.setFieldValue('actions', replaced(actions, index, next))}
                onRemove={() => form.setFieldValue('actions', replaced(actions, index, null))}
              />
            ))}
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => form.setFieldValue('actions', [...actions, { do: 'tag', value: '' }])}>
              {t('addAction')}
            </Button>
          </Fieldset>
          <Switch label={t('stop')} description={t('stopHelp')} {...form.getInputProps('stop', { type: 'checkbox' })} />
          <RulePreview conditions={conditions} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>{t('cancel', { ns: 'common' })}</Button>
            <Button type="submit" loading={save.isPending}>{t('save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
