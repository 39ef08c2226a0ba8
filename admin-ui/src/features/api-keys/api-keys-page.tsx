import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { apiKeysQuery } from './api-key-queries';
import { ApiKeyRow } from './api-key-row';
import { CreateKeyDialog } from './create-key-dialog';

export function ApiKeysPage() {
  const { t } = useTranslation('apiKeys');
  const [creating, { open, close }] = useDisclosure(false);
  const query = useQuery(apiKeysQuery);
  const create = <Button leftSection={<IconPlus size={16} />} onClick={open}>{t('create')}</Button>;
  return (
    <Page title={t('title')} text={t('text')} actions={query.data?.length ? create : undefined}>
      <QueryList query={query} empty={<StateMessage icon={<IconKey size={22} />} title={t('empty.title')} text={t('empty.text')} actions={create} />}>
        {(keys) => <ul className={pageClasses.rows}>{keys.map((key) => <ApiKeyRow key={key.id} apiKey={key} />)}</ul>}
      </QueryList>
      <CreateKeyDialog opened={creating} onClose={close} />
    </Page>
  );
}
