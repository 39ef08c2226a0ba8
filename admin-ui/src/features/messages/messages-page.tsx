import { Button } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { FilterChips } from './filter-chips';
import { messagesQuery } from './message-queries';
import { MessageRow } from './message-row';

const route = getRouteApi('/workspace/messages');

/** The messages behind a number: what is shown is said by the address. */
export function MessagesPage() {
  const { t } = useTranslation('messages');
  const filters = route.useSearch();
  const query = useInfiniteQuery(messagesQuery(filters));
  return (
    <Page title={t('title')} text={t('text')}>
      <FilterChips filters={filters} />
      <QueryList query={query} empty={<StateMessage icon={<IconMessageOff size={22} />} title={t('empty.title')} text={t('empty.text')} />}>
        {(messages) => <ul className={pageClasses.rows}>{messages.map((message) => <MessageRow key={message.id} message={message} />)}</ul>}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('loadMore', { ns: 'common' })}
        </Button>
      )}
    </Page>
  );
}
