import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryList } from '@/components/query-list';
import { RowSkeletons } from '@/components/row-skeletons';
import { entryKey, TimelineItem } from '@/components/timeline/timeline-item';
import { TimelineActionsContext } from '@/components/timeline/timeline-actions';
import { customerTimelineQuery } from './customer-query';
import classes from './customer.module.css';

const readOnly = {};

interface CustomerHistoryProps {
  customerId: string;
  /** The conversation that is open beside it; none on the customer's own page. */
  conversationId?: string;
}

/** Newest first, over all conversations; each message of another one leads there. */
export function CustomerHistory({ customerId, conversationId }: CustomerHistoryProps) {
  const { t } = useTranslation('customer');
  const query = useInfiniteQuery(customerTimelineQuery(customerId));
  return (
    <section>
      <h3 className={classes.section}>{t('history')}</h3>
      <TimelineActionsContext value={readOnly}>
        <QueryList query={query} empty={<p className={classes.quiet}>{t('noHistory')}</p>} skeleton={<RowSkeletons rows={3} height={56} />}>
          {(entries) => (
            <ol className={classes.history}>
              {entries.map((entry) => (
                <li key={entryKey(entry)}>
                  <TimelineItem entry={entry} />
                  {entry.interaction && entry.interaction.conversationId !== conversationId && (
                    <Link
                      to="/inbox/$conversationId"
                      params={{ conversationId: entry.interaction.conversationId }}
                      search={(before) => ({ ...before, pane: undefined })}
                      className={classes.link}
                    >
                      {t('goTo')}
                    </Link>
                  )}
                </li>
              ))}
            </ol>
          )}
        </QueryList>
        {query.hasNextPage && (
          <Button variant="subtle" size="xs" mt="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('older')}</Button>
        )}
      </TimelineActionsContext>
    </section>
  );
}
