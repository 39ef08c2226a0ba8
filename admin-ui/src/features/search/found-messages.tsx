import { Button } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { isNarrowed, type SearchFilters } from '@/lib/search-filters';
import { FoundMessage } from './found-message';
import { foundMessagesQuery } from './search-queries';
import classes from './search.module.css';

export function FoundMessages({ filters }: { filters: SearchFilters }) {
  const { t } = useTranslation('search');
  const query = useInfiniteQuery(foundMessagesQuery(filters));
  const text = isNarrowed(filters) ? t('none.narrowed') : t('none.text');
  return (
    <section className={classes.group} aria-labelledby="found-messages" aria-busy={query.isFetching}>
      <h2 id="found-messages" className={classes.heading}>{t('messages')}</h2>
      <QueryList query={query} empty={<StateMessage icon={<IconMessageOff size={22} />} title={t('none.title')} text={text} />}>
        {(messages) => <ul className={pageClasses.rows}>{messages.map((message) => <FoundMessage key={message.id} message={message} q={filters.q ?? ''} />)}</ul>}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('loadMore', { ns: 'common' })}</Button>
      )}
    </section>
  );
}
