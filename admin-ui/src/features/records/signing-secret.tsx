import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { Callout } from '@/components/callout';
import { ConfirmButton } from '@/components/confirm-button';
import { CopyField } from '@/components/copy-field';
import classes from './records.module.css';
import { useRecordActions } from './use-record-actions';

interface SigningSecretProps {
  system: RecordSystem;
}

export function SigningSecret({ system }: SigningSecretProps) {
  const { t } = useTranslation('records');
  const { rotate } = useRecordActions(system);
  return (
    <section className={classes.section}>
      <h2>{t('secret.title')}</h2>
      <p>{t('secret.text')}</p>
      {rotate.data && (
        <div className={classes.stack}>
          <Callout tone="info" role="status">{t('secret.rotated')}</Callout>
          <CopyField label={t('secret.label')} value={rotate.data.signingSecret} help={t('secret.help')} />
        </div>
      )}
      <Group mt="sm">
        <ConfirmButton
          label={t('secret.rotate')}
          title={t('secret.rotateTitle')}
          text={t('secret.rotateText')}
          confirm={t('secret.rotateConfirm')}
          pending={rotate.isPending}
          onConfirm={() => rotate.mutate()}
        />
      </Group>
    </section>
  );
}
