import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/api/directory';
import { useMay } from '@/api/session';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { ChannelRow } from './channel-row';

export function ChannelsPage() {
  const { t } = useTranslation('channels');
  const mayManage = useMay('channels.manage');
  const query = useQuery(channelsQuery);
  const add = mayManage && (
    <Button component={Link} to="/channels/new" leftSection={<IconPlus size={16} />}>{t('add')}</Button>
  );
  return (
    <Page title={t('title')} text={t('text')} actions={query.data?.length ? add : undefined}>
      <QueryList
        query={query}
        empty={
          <StateMessage
            icon={<IconPlugConnected size={22} />}
            title={t('empty.title')}
            text={mayManage ? t('empty.text') : t('empty.readOnlyText')}
            actions={add}
          />
        }
      >
        {(channels) => (
          <ul className={pageClasses.rows}>
            {channels.map((channel) => <ChannelRow key={channel.id} channel={channel} />)}
          </ul>
        )}
      </QueryList>
    </Page>
  );
}
