import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import type { Channel } from '@/api/types';
import { ErrorState } from '@/components/error-state';
import { Page } from '@/components/page';
import { RowSkeletons } from '@/components/row-skeletons';
import { BackToChannels } from './back-to-channels';
import { ChannelActions } from './channel-actions';
import { ChannelHealth } from './channel-health';
import { ChannelImports } from './channel-imports';
import { channelQuery } from './channel-queries';
import { ChannelSettings } from './channel-settings';
import { ChannelStatus } from './channel-status';
import { ChannelWebhook } from './channel-webhook';
import classes from './channels.module.css';

const route = getRouteApi('/workspace/administration/channels/$channelId');

export function ChannelPage() {
  const { t } = useTranslation('channels');
  const { channelId } = route.useParams();
  const query = useQuery(channelQuery(channelId));
  if (query.data) return <OpenChannel key={channelId} channel={query.data} />;
  return (
    <Page title={t('title')} back={<BackToChannels />}>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowSkeletons />}
    </Page>
  );
}

/** What the health panel explains itself. */
const explained: Channel['status'][] = ['failing', 'stopped'];

interface OpenChannelProps {
  channel: Channel;
}

function OpenChannel({ channel }: OpenChannelProps) {
  const mayManage = useMay('channels.manage');
  const fetches = channel.canPoll && !channel.canReceive;
  return (
    <Page title={channel.name} text={channel.connectorName} back={<BackToChannels />} actions={<ChannelStatus status={channel.status} />}>
      {channel.statusReason && channel.status !== 'ok' && !explained.includes(channel.status) && <p className={classes.reason} data-user-text dir="auto">{channel.statusReason}</p>}
      {mayManage && <ChannelActions channel={channel} />}
      {channel.health && <ChannelHealth channel={channel} health={channel.health} mayManage={mayManage} />}
      {channel.webhookUrl && !fetches && <ChannelWebhook channel={channel} url={channel.webhookUrl} mayManage={mayManage} />}
      {channel.canImport && <ChannelImports channel={channel} mayManage={mayManage} />}
      {mayManage && <ChannelSettings channel={channel} />}
    </Page>
  );
}
