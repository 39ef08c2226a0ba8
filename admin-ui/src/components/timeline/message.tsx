import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '@/api/types';
import { AttachmentList } from './attachment-list';
import { DeliveryState } from './delivery-state';
import { LabelRow } from './label-row';
import { MessageHead } from './message-head';
import { MessageText } from './message-text';
import classes from './message.module.css';

interface MessageProps {
  interaction: Interaction;
}

export function Message({ interaction }: MessageProps) {
  const { t } = useTranslation('common');
  const [active, setActive] = useState<number | null>(null);
  const evidence = active === null ? [] : (interaction.labels[active]?.evidence ?? []);
  return (
    <article className={classes.message} data-direction={interaction.direction}>
      <MessageHead interaction={interaction} />
      {!(interaction.text === '' && interaction.attachments.length > 0) && (
        <div className={classes.bubble}>
          {interaction.deletedAt || typeof interaction.text !== 'string' ? (
            <span className={classes.gone}>{t('timeline.deleted')}</span>
          ) : interaction.text === '' ? (
            <span className={classes.gone}>{t('timeline.noText')}</span>
          ) : (
            <MessageText text={interaction.text} evidence={evidence} />
          )}
        </div>
      )}
      <AttachmentList attachments={interaction.attachments} />
      {interaction.direction === 'inbound' && !interaction.deletedAt && <LabelRow interaction={interaction} onActive={setActive} />}
      <DeliveryState interaction={interaction} />
    </article>
  );
}
