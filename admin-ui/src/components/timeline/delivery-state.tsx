import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '@/api/types';
import { formatMoment } from '@/lib/format';
import classes from './message.module.css';
import { useTimelineActions } from './timeline-actions';

interface DeliveryStateProps {
  interaction: Interaction;
}

export function DeliveryState({ interaction }: DeliveryStateProps) {
  const { t } = useTranslation('common');
  const delivery = interaction.delivery;
  if (!delivery) return null;
  switch (delivery.state) {
    case 'queued':
      return (
        <span className={classes.delivery} role="status">
          <IconClock size={14} aria-hidden />
          {delivery.attempts > 0 && delivery.nextAttemptAt
            ? t('delivery.queuedAgain', { time: formatMoment(delivery.nextAttemptAt) })
            : t('delivery.queued')}
          {delivery.reason && <bdi>{delivery.reason}</bdi>}
        </span>
      );
    case 'sent':
      return <span className={classes.delivery}><IconCheck size={14} aria-hidden />{t('delivery.sent')}</span>;
    case 'failed':
    case 'unknown':
      return <DeliveryTrouble interaction={interaction} state={delivery.state} />;
  }
}

function DeliveryTrouble({ interaction, state }: DeliveryStateProps & { state: 'failed' | 'unknown' }) {
  const { t } = useTranslation('common');
  const { retry, markSent } = useTimelineActions();
  const reason = interaction.delivery?.reason;
  return (
    <div className={classes.trouble} data-state={state} role="alert">
      <Group gap={6} wrap="nowrap"><IconAlertTriangle size={15} aria-hidden /><strong>{t(`delivery.${state}`)}</strong></Group>
      <p data-user-text dir="auto">
        {reason} {state === 'unknown' ? t('delivery.unknownHelp') : t('delivery.attempts', { count: interaction.delivery?.attempts ?? 0 })}
      </p>
      <Group gap="xs">
        {retry && <Button size="compact-xs" variant="default" onClick={() => retry(interaction)}>{t('delivery.retry')}</Button>}
        {markSent && state === 'unknown' && (
          <Button size="compact-xs" variant="default" onClick={() => markSent(interaction)}>{t('delivery.markSent')}</Button>
        )}
      </Group>
    </div>
  );
}
