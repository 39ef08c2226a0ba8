import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconPuzzleOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { CreatedRecordSystem, RecordKind } from '@/api/types';
import { CopyField } from '@/components/copy-field';
import { Page } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { SettingsForm, type SettingsFormValues } from '@/components/settings/settings-form';
import { initialValues } from '@/components/settings/setting-values';
import { StateMessage } from '@/components/state-message';
import { BackToRecords } from './back-to-records';
import { recordKindsQuery } from './record-queries';
import classes from './records.module.css';

export function NewRecordPage() {
  const { t } = useTranslation('records');
  const [chosen, setChosen] = useState<RecordKind | null>(null);
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: ({ kind, ...values }: SettingsFormValues & { kind: string }) => unwrap(api.POST('/api/v1/systems-of-record', { body: { kind, ...values } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.recordSystems }),
  });
  if (create.data) return <CreatedRecord system={create.data} />;
  return (
    <Page title={chosen?.name ?? t('new.title')} text={chosen ? chosen.description : t('new.text')} back={<BackToRecords />}>
      {chosen ? (
        <div className={classes.stack}>
          <SettingsForm
            key={chosen.id}
            fields={chosen.settings}
            initial={{ name: '', settings: initialValues(chosen.settings) }}
            secretsSet={[]}
            name={{ label: t('new.name'), help: t('new.nameHelp'), placeholder: t('new.namePlaceholder') }}
            submitLabel={t('new.submit')}
            pending={create.isPending}
            error={create.error}
            onSubmit={(values) => create.mutate({ kind: chosen.id, ...values })}
          />
          <Button variant="subtle" size="compact-sm" mr="auto" onClick={() => { setChosen(null); create.reset(); }}>{t('new.change')}</Button>
        </div>
      ) : (
        <KindChoice onChoose={setChosen} />
      )}
    </Page>
  );
}

function KindChoice({ onChoose }: { onChoose: (kind: RecordKind) => void }) {
  const { t } = useTranslation('records');
  const query = useQuery(recordKindsQuery);
  return (
    <QueryList query={query} empty={<StateMessage icon={<IconPuzzleOff size={22} />} title={t('new.none')} text={t('new.noneText')} />}>
      {(kinds) => (
        <div className={classes.kinds} role="group" aria-label={t('new.kind')}>
          {kinds.map((kind) => (
            <UnstyledButton key={kind.id} className={classes.kind} onClick={() => onChoose(kind)}>
              <strong><bdi>{kind.name}</bdi></strong>
              <p>{kind.description}</p>
              <small>{kind.canPull ? t('new.bothWays') : t('new.oneWay')} · {t('new.from', { plugin: kind.pluginName })}</small>
            </UnstyledButton>
          ))}
        </div>
      )}
    </QueryList>
  );
}

function CreatedRecord({ system }: { system: CreatedRecordSystem }) {
  const { t } = useTranslation('records');
  return (
    <Page title={t('created.title', { name: system.name })} text={system.signingSecret ? t('created.text') : undefined}>
      <div className={classes.stack}>
        {system.signingSecret ? <CopyField label={t('secret.label')} value={system.signingSecret} help={t('secret.help')} /> : <Text>{t('created.ready')}</Text>}
        <Button mr="auto" renderRoot={(props) => <Link to="/systems-of-record/$systemId" params={{ systemId: system.id }} {...props} />}>{t('created.open')}</Button>
      </div>
    </Page>
  );
}
