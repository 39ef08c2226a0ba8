import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Connector } from '@/api/types';
import { Page } from '@/components/page';
import { BackToChannels } from './back-to-channels';
import { ChannelForm, type ChannelFormValues } from './channel-form';
import { connectorsQuery } from './channel-queries';
import classes from './channels.module.css';
import { ConnectorChoice } from './connector-choice';
import { CreatedChannelPage } from './created-channel-page';
import { initialValues } from '@/components/settings/setting-values';

export function NewChannelPage() {
  const { t } = useTranslation('channels');
  const query = useQuery(connectorsQuery);
  const [chosen, setChosen] = useState<Connector | null>(null);
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: ({ connector, ...values }: ChannelFormValues & { connector: string }) =>
      unwrap(api.POST('/api/v1/channels', { body: { connector, ...values } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.channels }),
  });
  if (create.data) return <CreatedChannelPage channel={create.data} />;
  return (
    <Page title={chosen?.name ?? t('new.title')} text={chosen ? (chosen.description ?? undefined) : t('new.text')} back={<BackToChannels />}>
      {chosen ? (
        <div className={classes.stack}>
          <ChannelForm
            key={chosen.id}
            fields={chosen.settings}
            initial={{ name: '', settings: initialValues(chosen.settings) }}
            secretsSet={[]}
            submitLabel={t('new.submit')}
            pending={create.isPending}
            error={create.error}
            onSubmit={(values) => create.mutate({ connector: chosen.id, ...values })}
          />
          <Button variant="subtle" size="compact-sm" mr="auto" onClick={() => { setChosen(null); create.reset(); }}>{t('new.change')}</Button>
        </div>
      ) : (
        <ConnectorChoice query={query} onChoose={setChosen} />
      )}
    </Page>
  );
}
