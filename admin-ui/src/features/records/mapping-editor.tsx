import { Button, Group, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMapping, RecordSystem } from '@/api/types';
import { FormProblem } from '@/components/form-problem';
import { MappingFields } from './mapping-fields';
import { MappingPreview } from './mapping-preview';
import { recordFieldsQuery } from './record-queries';
import classes from './records.module.css';
import { useRecordActions } from './use-record-actions';

interface MappingEditorProps {
  system: RecordSystem;
}

const pause = 400;

/** Which of our fields go to the system and what they are called there, beside what that makes of the newest message. */
export function MappingEditor({ system }: MappingEditorProps) {
  const { t } = useTranslation('records');
  const fields = useQuery(recordFieldsQuery);
  const { saveMapping } = useRecordActions(system);
  const [kind, setKind] = useState<keyof FieldMapping>('contact');
  const [mapping, setMapping] = useState(system.mapping);
  const [shown] = useDebouncedValue(mapping, pause);
  const changed = JSON.stringify(mapping) !== JSON.stringify(system.mapping);
  return (
    <section className={classes.section}>
      <h2>{t('mapping.title')}</h2>
      <p>{t('mapping.text')}</p>
      <SegmentedControl
        mb="sm"
        aria-label={t('mapping.of')}
        data={[{ value: 'contact', label: t('kind.contact') }, { value: 'activity', label: t('kind.activity') }]}
        value={kind}
        onChange={(value) => setKind(value as keyof FieldMapping)}
      />
      <div className={classes.mapping}>
        {fields.data && (
          <MappingFields known={fields.data[kind]} mapped={mapping[kind]} onChange={(next) => setMapping({ ...mapping, [kind]: next })} />
        )}
        <MappingPreview kind={kind} mapping={shown} />
      </div>
      <FormProblem error={saveMapping.error} fields={[]} />
      <Group gap="xs" mt="sm">
        <Button size="xs" disabled={!changed} loading={saveMapping.isPending} onClick={() => saveMapping.mutate(mapping)}>{t('mapping.save')}</Button>
        {changed && <Button size="xs" variant="subtle" onClick={() => { setMapping(system.mapping); saveMapping.reset(); }}>{t('mapping.discard')}</Button>}
      </Group>
    </section>
  );
}
