import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryList } from '@/components/query-list';
import { RowSkeletons } from '@/components/row-skeletons';
import type { InboxFilters } from '@/lib/inbox-filters';
import { useNearEnd } from '@/lib/use-near-end';
import { ConversationRow } from './conversation-row';
import { EmptyInbox } from './empty-inbox';
import { inboxQuery } from './inbox-query';
import classes from './inbox.module.css';
import { useListKeys } from './use-list-keys';

interface ConversationListProps {
  filters: InboxFilters;
  openId: string | undefined;
}

export function ConversationList({ filters, openId }: ConversationListProps) {
  const { t } = useTranslation('common');
  const query = useInfiniteQuery(inboxQuery(filters));
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = useListKeys(list, openId);
  const end = useNearEnd(() => {
    if (query.hasNextPage && !query.isFetching && !query.isFetchNextPageError) void query.fetchNextPage();
  });
  return (
    <div className={classes.scroll}>
      <QueryList
        query={query}
        empty={<EmptyInbox filters={filters} />}
        skeleton={<div className={classes.skeleton}><RowSkeletons rows={8} height={72} /></div>}
      >
        {(items) => (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the links inside
          <ul className={classes.rows} ref={list} onKeyDown={onKeyDown}>
            {items.map((item) => <ConversationRow key={item.id} item={item} open={item.id === openId} />)}
          </ul>
        )}
      </QueryList>
      <div ref={end} className={classes.end}>
        {query.hasNextPage && (
          <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('loadMore')}
          </Button>
        )}
      </div>
    </div>
  );
}
