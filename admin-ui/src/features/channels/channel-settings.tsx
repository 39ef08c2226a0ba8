import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Channel } from '@/api/types';
import { ErrorState } from '@/components/error-state';
import { RowSkeletons } from '@/components/row-skeletons';
import { ChannelForm, type ChannelFormValues } from './channel-form';
import { connectorsQuery } from './channel-queries';
import classes from './channels.module.css';
import { initialValues } from '@/components/settings/setting-values';

interface ChannelSettingsProps {
  channel: Channel;
}

export function ChannelSettings({ channel }: ChannelSettingsProps) {
  const { t } = useTranslation('channels');
  const query = useQuery(connectorsQuery);
  const client = useQueryClient();
  const [saved, setSaved] = useState(0);
  const save = useMutation({
    mutationFn: (values: ChannelFormValues) =>
      unwrap(api.PUT('/api/v1/channels/{id}', { params: { path: { id: channel.id } }, body: { ...values, enabled: channel.enabled } })),
    onSuccess: async () => {
      notifications.show({ message: t('settings.saved'), color: 'teal' });
      await client.invalidateQueries({ queryKey: keys.channels });
      setSaved((times) => times + 1);
    },
  });
  const connector = query.data?.find(({ id }) => id === channel.connector);
  return (
    <section className={classes.section}>
      <h2>{t('settings.title')}</h2>
      {query.isPending && <RowSkeletons rows={2} />}
      {query.error && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && !connector && <p>{t('settings.noConnector')}</p>}
      {connector && (
        <ChannelForm
          key={saved}
          fields={connector.settings}
          initial={{ name: channel.name, settings: initialValues(connector.settings, channel.settings) }}
          secretsSet={channel.secretsSet}
          submitLabel={t('save', { ns: 'common' })}
          pending={save.isPending}
          error={save.error}
          onSubmit={(values) => save.mutate(values)}
        />
      )}
    </section>
  );
}
