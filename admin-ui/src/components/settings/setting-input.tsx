import { NumberInput, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SettingField } from '@/api/types';
import type { SettingValue } from './setting-values';

interface SettingInputProps {
  field: SettingField;
  value: SettingValue | undefined;
  error: string | null;
  secretStored: boolean;
  onChange: (value: SettingValue) => void;
}

/** One field of a connector's settings, drawn from the data that describes it. */
export function SettingInput({ field, value, error, secretStored, onChange }: SettingInputProps) {
  const { t } = useTranslation('common');
  // A choice always has a value: it starts with one, and takes none back.
  const chosen = field.kind === 'choice' && field.default !== null;
  const kept = field.kind === 'secret' && secretStored;
  const shown = {
    label: field.required || chosen ? field.label : `${field.label} (${t('settings.optional')})`,
    description: [field.help, kept && t('settings.secretKept')].filter(Boolean).join(' ') || undefined,
    placeholder: field.placeholder ?? undefined,
    error,
    name: field.name,
  };
  const text = typeof value === 'string' ? value : '';
  const maxLength = field.maxLength ?? undefined;
  switch (field.kind) {
    case 'boolean':
      return <Switch label={field.label} description={shown.description} error={error} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'number':
      return <NumberInput {...shown} min={field.min ?? undefined} max={field.max ?? undefined} clampBehavior="none" value={typeof value === 'number' ? value : text} onChange={onChange} />;
    case 'choice':
      return <Select {...shown} placeholder={shown.placeholder ?? t('settings.choose')} data={field.choices} value={text || null} clearable={!field.required && !chosen} allowDeselect={!field.required && !chosen} onChange={(next) => onChange(next ?? '')} />;
    case 'secret':
      return <PasswordInput {...shown} maxLength={maxLength} autoComplete="off" value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'multiline':
      return <Textarea {...shown} maxLength={maxLength} autosize minRows={3} maxRows={10} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'url':
    case 'text':
      return <TextInput {...shown} maxLength={maxLength} type={field.kind === 'url' ? 'url' : 'text'} inputMode={field.kind === 'url' ? 'url' : undefined} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}
