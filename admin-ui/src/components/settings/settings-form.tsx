import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingField } from '@/api/types';
import { FormProblem } from '@/components/form-problem';
import { fieldErrors } from '@/lib/problem';
import { SettingInput } from './setting-input';
import { complaint, sentValues, type SettingValues } from './setting-values';

export interface SettingsFormValues {
  name: string;
  settings: Record<string, unknown>;
}

export interface SettingsFormProps {
  fields: readonly SettingField[];
  initial: { name: string; settings: SettingValues };
  secretsSet: readonly string[];
  submitLabel: string;
  /** Left out where there is only one of its kind, and so nothing to name. */
  name?: { label: string; help: string; placeholder: string };
  pending: boolean;
  error: unknown;
  onSubmit: (values: SettingsFormValues) => void;
}

/** The settings of a plugin or of something that it brings, drawn from the data that describes them, and its name where it has one. */
export function SettingsForm({ fields, initial, secretsSet, submitLabel, name: words, pending, error, onSubmit }: SettingsFormProps) {
  const { t } = useTranslation('common');
  const [name, setName] = useState(initial.name);
  const [settings, setSettings] = useState(initial.settings);
  const [checked, setChecked] = useState(false);
  const refused = fieldErrors(error);
  const nameError = words && name.trim() === '' ? t('settings.required') : null;
  const errors = new Map(fields.map((field) => {
    const found = complaint(field, settings[field.name], secretsSet.includes(field.name));
    return [field.name, found && t(`settings.${found.key}`, { ...found })];
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameError || [...errors.values()].some(Boolean)) return;
    onSubmit({ name: name.trim(), settings: sentValues(fields, settings) });
  };
  const known = ['name', ...fields.flatMap((field) => [field.name, `settings.${field.name}`])];
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={520}>
        <FormProblem error={error} fields={known} />
        {words && (
          <TextInput
            label={words.label}
            description={words.help}
            placeholder={words.placeholder}
            maxLength={200}
            value={name}
            error={(checked && nameError) || refused.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {fields.map((field) => (
          <SettingInput
            key={field.name}
            field={field}
            value={settings[field.name]}
            secretStored={secretsSet.includes(field.name)}
            error={(checked ? errors.get(field.name) : null) ?? refused[`settings.${field.name}`] ?? refused[field.name] ?? null}
            onChange={(value) => setSettings((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <Group><Button type="submit" loading={pending}>{submitLabel}</Button></Group>
      </Stack>
    </form>
  );
}
