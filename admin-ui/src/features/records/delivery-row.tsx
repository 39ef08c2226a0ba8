import { Button, Group, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordDelivery, RecordSystem } from '@/api/types';
import { Moment } from '@/components/moment';
import { StatusDot } from '@/components/status-dot';
import { DeliveryDetail } from './delivery-detail';
import classes from './records.module.css';
import { useRecordActions } from './use-record-actions';

interface DeliveryRowProps {
  system: RecordSystem;
  delivery: RecordDelivery;
}

const tones = { queued: 'quiet', sending: 'quiet', sent: 'good', failed: 'bad', unknown: 'warn' } as const;

export function DeliveryRow({ system, delivery }: DeliveryRowProps) {
  const { t } = useTranslation('records');
  const [open, setOpen] = useState(false);
  const { redeliver } = useRecordActions(system);
  const settled = delivery.state !== 'queued' && delivery.state !== 'sending';
  return (
    <li>
      <div className={classes.delivery}>
        <div className={classes.main}>
          <div className={classes.what}>
            <strong>{t(`kind.${delivery.kind}`)}</strong>
            <Link to="/customers/$customerId" params={{ customerId: delivery.customerId }} className={classes.link}><bdi>{delivery.customerName || t('log.nobody')}</bdi></Link>
          </div>
          <div className={classes.facts}>
            <Moment at={delivery.createdAt} style="full" />
            <span>{t('log.attempts', { count: delivery.attempts })}</span>
            {delivery.answerStatus && <span>HTTP {delivery.answerStatus}</span>}
            {delivery.nextAttemptAt && delivery.attempts > 0 && <span>{t('log.next')} <Moment at={delivery.nextAttemptAt} style="ago" /></span>}
          </div>
          {delivery.reason && <p className={classes.reason} data-user-text dir="auto">{delivery.reason}</p>}
        </div>
        <StatusDot tone={tones[delivery.state]} label={t(`state.${delivery.state}`)} />
      </div>
      {open && <DeliveryDetail systemId={system.id} deliveryId={delivery.id} />}
      <Group gap="xs" mt="xs">
        {settled && <Button size="xs" variant={delivery.state === 'sent' ? 'default' : 'light'} disabled={!system.enabled} loading={redeliver.isPending} onClick={() => redeliver.mutate(delivery.id)}>{t('log.redeliver')}</Button>}
        <UnstyledButton className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t('log.hide') : t('log.show')}</UnstyledButton>
      </Group>
    </li>
  );
}
