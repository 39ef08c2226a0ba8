import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { Moment } from '@/components/moment';
import { formatNumber } from '@/lib/format';
import classes from './records.module.css';
import { useSendingAll } from './use-sending-all';

/** Telling the system of the customers who were there before it. */
export function SendingAll({ system }: { system: RecordSystem }) {
  const { t } = useTranslation('records');
  const { start, stop } = useSendingAll(system.id);
  const { sendingAll: run } = system;
  const running = run?.state === 'running';
  const numbers = run && { settled: formatNumber(run.settled), total: formatNumber(run.total) };
  return (
    <section className={classes.section}>
      <h2>{t('sendingAll.title')}</h2>
      <p>{t('sendingAll.text')}</p>
      {run && (
        <p className={classes.quiet} role={running ? 'status' : undefined}>
          {t(`sendingAll.${run.state}`, { ...numbers, name: run.startedBy })} {run.finishedAt && <Moment at={run.finishedAt} style="ago" />}
        </p>
      )}
      {running && <Progress className={classes.progress} value={run.total > 0 ? (100 * run.settled) / run.total : 0} striped animated aria-label={t('sendingAll.title')} />}
      {running ? (
        <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate()}>{t('sendingAll.stop')}</Button>
      ) : (
        <ConfirmButton
          label={t(run ? 'sendingAll.again' : 'sendingAll.start')}
          title={t('sendingAll.confirmTitle', { name: system.name })}
          text={t('sendingAll.confirmText')}
          confirm={t('sendingAll.confirm')}
          harmless
          pending={start.isPending}
          disabled={!system.enabled}
          onConfirm={() => start.mutate()}
        />
      )}
    </section>
  );
}
