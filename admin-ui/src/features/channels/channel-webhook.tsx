import { Alert, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import classes from './channels.module.css';
import { useChannelActions } from './use-channel-actions';
import { WebhookAccess } from './webhook-access';

interface ChannelWebhookProps {
  channel: Channel;
  url: string;
  mayManage: boolean;
}

export function ChannelWebhook({ channel, url, mayManage }: ChannelWebhookProps) {
  const { t } = useTranslation('channels');
  const { rotate } = useChannelActions(channel);
  return (
    <section className={classes.section}>
      <h2>{t('webhook.title')}</h2>
      {rotate.data && <Alert mb="sm" color="iris" role="status" maw="46rem">{t('webhook.rotated')}</Alert>}
      <WebhookAccess url={url} secret={rotate.data?.signingSecret} />
      {mayManage && (
        <Group mt="sm">
          <ConfirmButton
            label={t('webhook.rotate')}
            title={t('webhook.rotateTitle')}
            text={t('webhook.rotateText')}
            confirm={t('webhook.rotateConfirm')}
            pending={rotate.isPending}
            onConfirm={() => rotate.mutate()}
          />
        </Group>
      )}
    </section>
  );
}
