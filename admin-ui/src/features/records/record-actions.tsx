import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { Callout } from '@/components/callout';
import { ConfirmButton } from '@/components/confirm-button';
import classes from './records.module.css';
import { useRecordActions } from './use-record-actions';

interface RecordActionsProps {
  system: RecordSystem;
}

/** What is wrong and what to do about it, and what can be done in any case. */
export function RecordActions({ system }: RecordActionsProps) {
  const { t } = useTranslation('records');
  const { check, enable, resume, remove } = useRecordActions(system);
  const { status, statusReason } = system;
  const trouble = status === 'stopped' || status === 'failing' || status === 'unavailable' ? status : null;
  return (
    <div className={classes.section}>
      {trouble && (
        <div className={classes.result}>
          <Callout tone={trouble === 'failing' ? 'warn' : 'bad'} role="status" title={t(`trouble.${trouble}.title`)}>{statusReason} {t(`trouble.${trouble}.help`)}</Callout>
        </div>
      )}
      {status === 'waiting' && statusReason && <p className={classes.quiet}>{statusReason}</p>}
      <Group gap="xs">
        {(status === 'stopped' || status === 'failing' || system.delivering.backOffUntil) && (
          <Button size="xs" loading={resume.isPending} onClick={() => resume.mutate()}>{t('actions.resume')}</Button>
        )}
        <Button variant="default" size="xs" loading={check.isPending} onClick={() => check.mutate()}>{t('actions.check')}</Button>
        <Button variant="default" size="xs" loading={enable.isPending} onClick={() => enable.mutate(!system.enabled)}>
          {system.enabled ? t('actions.disable') : t('actions.enable')}
        </Button>
        <ConfirmButton
          c="var(--bad)"
          label={t('actions.delete')}
          title={t('actions.deleteTitle', { name: system.name })}
          text={t('actions.deleteText')}
          confirm={t('actions.deleteConfirm')}
          pending={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      </Group>
      {check.data && (
        <div className={classes.result}><Callout tone={check.data.ok ? 'good' : 'bad'} role="status">{check.data.message}</Callout></div>
      )}
    </div>
  );
}
