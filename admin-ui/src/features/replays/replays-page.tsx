import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { ReplayForm } from './replay-form';
import { replaysQuery } from './replay-queries';
import { ReplayRow } from './replay-row';
import classes from './replays.module.css';

export function ReplaysPage() {
  const { t } = useTranslation('replays');
  const query = useInfiniteQuery(replaysQuery);
  return (
    <Page title={t('title')} text={t('text')}>
      <ReplayForm />
      <h2 className={classes.section}>{t('earlier')}</h2>
      <QueryList query={query} empty={<StateMessage icon={<IconHistory size={22} />} title={t('empty.title')} text={t('empty.text')} />}>
        {(replays) => <ul className={pageClasses.rows}>{replays.map((replay) => <ReplayRow key={replay.id} replay={replay} />)}</ul>}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('loadMore', { ns: 'common' })}
        </Button>
      )}
    </Page>
  );
}
