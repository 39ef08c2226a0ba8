import { Button } from '@mantine/core';
import { IconMoodCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { deadLettersQuery } from './dead-letter-queries';
import { DeadLetterRow } from './dead-letter-row';

export function DeadLettersPage() {
  const { t } = useTranslation('deadLetters');
  const query = useInfiniteQuery(deadLettersQuery);
  return (
    <Page title={t('title')} text={t('text')}>
      <QueryList query={query} empty={<StateMessage icon={<IconMoodCheck size={22} />} title={t('empty.title')} text={t('empty.text')} />}>
        {(letters) => <ul className={pageClasses.rows}>{letters.map((letter) => <DeadLetterRow key={letter.id} letter={letter} />)}</ul>}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('loadMore', { ns: 'common' })}
        </Button>
      )}
    </Page>
  );
}
