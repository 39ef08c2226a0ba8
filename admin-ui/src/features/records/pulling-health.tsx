import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { Callout } from '@/components/callout';
import { Moment } from '@/components/moment';
import { formatNumber } from '@/lib/format';
import classes from './records.module.css';
import { useRecordActions } from './use-record-actions';

interface PullingHealthProps {
  system: RecordSystem;
  pulling: NonNullable<RecordSystem['pulling']>;
}

export function PullingHealth({ system, pulling }: PullingHealthProps) {
  const { t } = useTranslation('records');
  const { pull } = useRecordActions(system);
  const time = (at: string | null) => (at ? <Moment at={at} style="ago" /> : t('health.never'));
  const next = pulling.running ? t('pulling.now') : pulling.nextPullAt ? <Moment at={pulling.nextPullAt} style="ago" /> : t(system.enabled ? 'pulling.stopped' : 'pulling.off');
  const said = pulling.lastError ?? pulling.notice;
  return (
    <section className={classes.section}>
      <h2>{t('pulling.title')}</h2>
      <p>{t('pulling.text')}</p>
      {said && <div className={classes.result}><Callout tone={pulling.lastError ? 'warn' : 'info'} role="status">{said}</Callout></div>}
      <dl className={classes.health}>
        <div><dt>{t('pulling.lastPull')}</dt><dd>{time(pulling.lastPullAt)}</dd></div>
        <div><dt>{t('pulling.next')}</dt><dd>{next}</dd></div>
        <div><dt>{t('pulling.lastSuccess')}</dt><dd>{time(pulling.lastSuccessAt)}</dd></div>
        <div><dt>{t('pulling.cursor')}</dt><dd>{time(pulling.cursorAt)}</dd></div>
        <div><dt>{t('pulling.linked')}</dt><dd>{formatNumber(pulling.linked)}</dd></div>
        {pulling.consecutiveErrors > 0 && <div><dt>{t('pulling.errors')}</dt><dd>{formatNumber(pulling.consecutiveErrors)}</dd></div>}
      </dl>
      {system.enabled && (
        <Button mt="sm" variant="default" size="xs" loading={pull.isPending || pulling.running} onClick={() => pull.mutate()}>{t('pulling.pull')}</Button>
      )}
    </section>
  );
}
