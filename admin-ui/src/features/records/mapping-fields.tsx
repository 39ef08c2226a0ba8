import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MappableField, MappedField } from '@/api/types';
import classes from './records.module.css';

interface MappingFieldsProps {
  known: readonly MappableField[];
  mapped: readonly MappedField[];
  onChange: (mapped: MappedField[]) => void;
}

const target = /^[A-Za-z0-9_.-]{1,64}$/;

/** Our fields, each with whether it goes along and under which name. */
export function MappingFields({ known, mapped, onChange }: MappingFieldsProps) {
  const { t } = useTranslation('records');
  const complaint = (field: MappedField) =>
    !target.test(field.target) ? t('mapping.badName') : mapped.some((other) => other !== field && other.target === field.target) ? t('mapping.twice') : null;
  return (
    <ul className={classes.fields}>
      {known.map(({ name, description }) => {
        const field = mapped.find(({ source }) => source === name);
        const rename = (value: string) => onChange(mapped.map((other) => (other === field ? { ...other, target: value } : other)));
        return (
          <li key={name}>
            <Checkbox
              label={<code>{name}</code>}
              description={description}
              checked={!!field}
              onChange={(event) => onChange(event.currentTarget.checked ? [...mapped, { source: name, target: name }] : mapped.filter((other) => other !== field))}
            />
            {field && (
              <TextInput
                size="xs"
                dir="ltr"
                spellCheck={false}
                aria-label={t('mapping.called', { name })}
                value={field.target}
                maxLength={64}
                error={complaint(field)}
                onChange={(event) => rename(event.currentTarget.value)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
