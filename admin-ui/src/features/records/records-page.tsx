import { Button } from '@mantine/core';
import { IconDatabaseShare, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { recordSystemsQuery } from './record-queries';
import { RecordRow } from './record-row';

export function RecordsPage() {
  const { t } = useTranslation('records');
  const query = useQuery(recordSystemsQuery);
  const add = <Button component={Link} to="/systems-of-record/new" leftSection={<IconPlus size={16} />}>{t('add')}</Button>;
  return (
    <Page title={t('title')} text={t('text')} actions={query.data?.length ? add : undefined}>
      <QueryList query={query} empty={<StateMessage icon={<IconDatabaseShare size={22} />} title={t('empty.title')} text={t('empty.text')} actions={add} />}>
        {(systems) => <ul className={pageClasses.rows}>{systems.map((system) => <RecordRow key={system.id} system={system} />)}</ul>}
      </QueryList>
    </Page>
  );
}
