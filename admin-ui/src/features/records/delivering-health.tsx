import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { Moment } from '@/components/moment';
import { formatNumber } from '@/lib/format';
import classes from './records.module.css';
import { useRecordActions } from './use-record-actions';

interface DeliveringHealthProps {
  system: RecordSystem;
}

export function DeliveringHealth({ system }: DeliveringHealthProps) {
  const { t } = useTranslation('records');
  const { redeliverFailed } = useRecordActions(system);
  const { delivering } = system;
  const time = (at: string | null) => (at ? <Moment at={at} style="ago" /> : t('health.never'));
  return (
    <section className={classes.section}>
      <h2>{t('delivering.title')}</h2>
      <p>{t('delivering.text')}</p>
      <dl className={classes.health}>
        <div><dt>{t('delivering.lastSuccess')}</dt><dd>{time(delivering.lastSuccessAt)}</dd></div>
        <div><dt>{t('delivering.queued')}</dt><dd>{formatNumber(delivering.queued)}</dd></div>
        {delivering.oldestQueuedAt && <div><dt>{t('delivering.oldest')}</dt><dd>{time(delivering.oldestQueuedAt)}</dd></div>}
        <div><dt>{t('delivering.failed')}</dt><dd>{formatNumber(delivering.failed)}</dd></div>
        {delivering.backOffUntil && <div><dt>{t('health.backOff')}</dt><dd><Moment at={delivering.backOffUntil} style="full" /></dd></div>}
        {delivering.lastErrorAt && <div><dt>{t('delivering.lastError')}</dt><dd>{time(delivering.lastErrorAt)}</dd></div>}
      </dl>
      {delivering.lastError && system.status === 'ok' && <p className={classes.reason} data-user-text dir="auto">{delivering.lastError}</p>}
      <Group gap="xs" mt="sm">
        <Button variant="default" size="xs" renderRoot={(props) => <Link to="/systems-of-record/$systemId/deliveries" params={{ systemId: system.id }} {...props} />}>
          {t('delivering.log')}
        </Button>
        {delivering.failed > 0 && (
          <Button variant="default" size="xs" disabled={!system.enabled} loading={redeliverFailed.isPending} onClick={() => redeliverFailed.mutate()}>
            {t('delivering.redeliverFailed', { count: delivering.failed, formatted: formatNumber(delivering.failed) })}
          </Button>
        )}
      </Group>
    </section>
  );
}
