import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CreatedChannel } from '@/api/types';
import { Page } from '@/components/page';
import classes from './channels.module.css';
import { WebhookAccess } from './webhook-access';

interface CreatedChannelPageProps {
  channel: CreatedChannel;
}

export function CreatedChannelPage({ channel }: CreatedChannelPageProps) {
  const { t } = useTranslation('channels');
  const receives = channel.canReceive || !channel.canPoll;
  return (
    <Page title={t('created.title', { name: channel.name })} text={receives ? t('created.text') : undefined}>
      <div className={classes.stack}>
        {receives ? <WebhookAccess url={channel.webhookUrl} secret={channel.signingSecret} /> : <Text>{t('created.noWebhook')}</Text>}
        <Button mr="auto" renderRoot={(props) => <Link to="/channels/$channelId" params={{ channelId: channel.id }} {...props} />}>
          {t('created.open')}
        </Button>
      </div>
    </Page>
  );
}
