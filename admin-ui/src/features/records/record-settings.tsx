import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { ErrorState } from '@/components/error-state';
import { RowSkeletons } from '@/components/row-skeletons';
import { SettingsForm } from '@/components/settings/settings-form';
import { initialValues } from '@/components/settings/setting-values';
import { recordKindsQuery } from './record-queries';
import classes from './records.module.css';
import { useRecordActions } from './use-record-actions';

interface RecordSettingsProps {
  system: RecordSystem;
}

export function RecordSettings({ system }: RecordSettingsProps) {
  const { t } = useTranslation('records');
  const query = useQuery(recordKindsQuery);
  const { saveSettings } = useRecordActions(system);
  const [saved, setSaved] = useState(0);
  const kind = query.data?.find(({ id }) => id === system.kind);
  return (
    <section className={classes.section}>
      <h2>{t('settings.title')}</h2>
      {query.isPending && <RowSkeletons rows={2} />}
      {query.error && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && !kind && <p>{t('settings.noKind')}</p>}
      {kind && (
        <SettingsForm
          key={saved}
          fields={kind.settings}
          initial={{ name: system.name, settings: initialValues(kind.settings, system.settings) }}
          secretsSet={system.secretsSet}
          name={{ label: t('new.name'), help: t('new.nameHelp'), placeholder: t('new.namePlaceholder') }}
          submitLabel={t('save', { ns: 'common' })}
          pending={saveSettings.isPending}
          error={saveSettings.error}
          onSubmit={(values) => saveSettings.mutate(values, { onSuccess: () => setSaved((times) => times + 1) })}
        />
      )}
    </section>
  );
}
