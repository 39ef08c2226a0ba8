import { Button, Group, NativeSelect, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '@/api/types';
import { Callout } from '@/components/callout';
import { FormProblem } from '@/components/form-problem';
import classes from './channels.module.css';
import type { StartRequest } from './import-queries';

interface ImportSetupProps {
  file: File;
  preview: ImportPreview;
  pending: boolean;
  error: Error | null;
  onDiscard: () => void;
  onStart: (request: Omit<StartRequest, 'file'>) => void;
}

const textKey = (field: string) => field.replace('.', '_') as 'id';
const shownRows = 5;

export function ImportSetup({ file, preview, pending, error, onDiscard, onStart }: ImportSetupProps) {
  const { t } = useTranslation('channels');
  const [columns, setColumns] = useState<Record<string, string>>(preview.suggestion);
  const [days, setDays] = useState('30');
  const missing = preview.required.filter((field) => !columns[field]);
  const map = (field: string, column: string) => {
    const rest = Object.fromEntries(Object.entries(columns).filter(([key]) => key !== field));
    setColumns(column ? { ...rest, [field]: column } : rest);
  };
  const firstValue = (column: string | undefined) => {
    const place = column ? preview.columns.indexOf(column) : -1;
    return preview.rows.map((row) => row[place]).find((value) => value) ?? null;
  };

  return (
    <div className={classes.importSetup}>
      <h3 data-user-text dir="auto">{file.name}</h3>
      <Text size="sm" fw={600}>{t('imports.columns')}</Text>
      <Table.ScrollContainer minWidth={480}>
        <Table withColumnBorders verticalSpacing={4} fz="xs">
          <Table.Thead><Table.Tr>{preview.columns.map((column) => <Table.Th key={column}>{column}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {preview.rows.slice(0, shownRows).map((row, place) => (
              <Table.Tr key={place}>
                {row.map((value, column) => (
                  <Table.Td key={column} data-user-text dir="auto"><div className={classes.importCell}>{value}</div></Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" fw={600}>{t('imports.mapping')}</Text>
      <div className={classes.importFields}>
        {preview.fields.map((field) => {
          const value = firstValue(columns[field]);
          return (
            <NativeSelect
              key={field}
              label={t(`imports.fields.${textKey(field)}`)}
              withAsterisk={preview.required.includes(field)}
              description={value ? t('imports.first', { value: value.slice(0, 60) }) : t(`imports.help.${textKey(field)}`)}
              value={columns[field] ?? ''}
              onChange={(event) => map(field, event.currentTarget.value)}
              data={[{ value: '', label: t('imports.none') }, ...preview.columns]}
            />
          );
        })}
      </div>
      <NativeSelect
        label={t('imports.resolve')}
        description={t('imports.resolveHelp')}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
        data={[
          { value: '30', label: t('imports.resolve30') },
          { value: '365', label: t('imports.resolve365') },
          { value: '0', label: t('imports.resolve0') },
          { value: 'never', label: t('imports.resolveNever') },
        ]}
      />
      <FormProblem error={error} fields={[]} />
      {missing.length > 0 && (
        <Callout tone="info">{t('imports.missing', { fields: missing.map((field) => t(`imports.fields.${textKey(field)}`)).join(', ') })}</Callout>
      )}
      <Group gap="xs">
        <Button disabled={missing.length > 0} loading={pending} onClick={() => onStart({ format: preview.format, columns, resolveOlderThanDays: days })}>
          {t('imports.start')}
        </Button>
        <Button variant="default" disabled={pending} onClick={onDiscard}>{t('imports.discard')}</Button>
      </Group>
    </div>
  );
}
