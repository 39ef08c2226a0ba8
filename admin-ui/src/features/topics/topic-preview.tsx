import { Button, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '@/components/callout';
import { Moment } from '@/components/moment';
import { problemText } from '@/components/problem-text';
import { highlight } from '@/lib/evidence';
import { formatNumber } from '@/lib/format';
import { fieldErrors } from '@/lib/problem';
import { topicPreviewQuery } from './topic-queries';
import classes from './topics.module.css';

/** What a query would have found among the messages that are there. */
export function TopicPreview({ query }: { query: string }) {
  const { t } = useTranslation('topics');
  const { t: common } = useTranslation('common');
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({ ...topicPreviewQuery(query), placeholderData: keepPreviousData });
  if (query.trim() === '') return <Text size="sm" c="dimmed">{t('previewHint')}</Text>;
  if (error) return <Callout tone="bad" role="status">{fieldErrors(error).query ?? problemText(common, error)}</Callout>;
  const first = data?.pages[0];
  if (!data || !first) return <Text size="sm" c="dimmed">{t('previewing')}</Text>;
  return (
    <section aria-live="polite">
      <Text size="sm" fw={600}>{t('matched', { count: first.count, matched: formatNumber(first.count), scanned: formatNumber(first.scanned) })}{!first.complete && ` ${t('newestOnly')}`}</Text>
      <ul className={classes.matches}>
        {data.pages.flatMap((page) => page.items).map((item) => (
          <li key={item.id} className={classes.match} dir="auto" data-user-text>
            <span className={classes.when}><Moment at={item.occurredAt} /></span>
            {highlight(item.text, item.matches.map((match) => ({ ...match, weight: 1 }))).map((part, index) =>
              part.mark ? <mark key={index}>{part.text}</mark> : part.text,
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="compact-sm" variant="subtle" mt={4} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('showAll')}</Button>
      )}
    </section>
  );
}
