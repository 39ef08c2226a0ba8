import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { QueryList } from '@/components/query-list';
import { RowSkeletons } from '@/components/row-skeletons';
import type { InboxFilters } from '@/lib/inbox-filters';
import { useNearEnd } from '@/lib/use-near-end';
import { BulkBar } from './bulk-bar';
import { ConversationRow } from './conversation-row';
import { EmptyInbox } from './empty-inbox';
import { inboxQuery } from './inbox-query';
import classes from './inbox.module.css';
import { useListKeys } from './use-list-keys';
import { useSelection } from './use-selection';

interface ConversationListProps {
  filters: InboxFilters;
  openId: string | undefined;
}

export function ConversationList({ filters, openId }: ConversationListProps) {
  const { t } = useTranslation('common');
  const mayWork = useMay('conversations.work');
  const query = useInfiniteQuery(inboxQuery(filters));
  const list = useRef<HTMLUListElement>(null);
  const listed = query.data ?? [];
  const selection = useSelection(listed, query.hasNextPage);
  const onKeyDown = useListKeys(list, openId, mayWork ? selection.toggle : undefined);
  const end = useNearEnd(() => {
    if (query.hasNextPage && !query.isFetching && !query.isFetchNextPageError) void query.fetchNextPage();
  });
  return (
    <>
      {selection.ids.size > 0 && <BulkBar filters={filters} selection={selection} listed={listed} hasMore={query.hasNextPage} />}
      <div className={classes.scroll}>
        <QueryList
          query={query}
          empty={<EmptyInbox filters={filters} />}
          skeleton={<div className={classes.skeleton}><RowSkeletons rows={8} height={72} /></div>}
        >
          {(items) => (
            // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the links inside
            <ul className={classes.rows} ref={list} onKeyDown={onKeyDown} data-selecting={selection.ids.size > 0 || undefined}>
              {items.map((item) => (
                <ConversationRow
                  key={item.id}
                  item={item}
                  open={item.id === openId}
                  selected={selection.ids.has(item.id)}
                  onSelect={mayWork ? selection.toggle : undefined}
                />
              ))}
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
    </>
  );
}
