import { Button, Skeleton, Stack } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '@/api/types';
import { ErrorState } from '@/components/error-state';
import { entryKey, TimelineItem } from '@/components/timeline/timeline-item';
import { timelineQuery } from './conversation-query';
import classes from './conversation.module.css';
import { useStickToEnd } from './use-stick-to-end';

interface ConversationTimelineProps {
  id: string;
}

export function ConversationTimeline({ id }: ConversationTimelineProps) {
  const { t } = useTranslation('conversation');
  const query = useInfiniteQuery(timelineQuery(id));
  const entries: TimelineEntry[] = query.data ?? [];
  const { box, content, onScroll, unseen, toEnd } = useStickToEnd(entries.map(entryKey));
  return (
    <div className={classes.middle}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.timeline} ref={box} onScroll={onScroll} tabIndex={0} role="log" aria-label={t('timeline')}>
        <div className={classes.entries} ref={content}>
          {query.hasNextPage && (
            <Button variant="subtle" size="xs" mx="auto" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('older')}
            </Button>
          )}
          {query.isPending && <Stack gap="md"><Skeleton height={80} width="65%" /><Skeleton height={56} width="55%" ml="auto" /></Stack>}
          {!query.data && query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          {query.data?.length === 0 && <p className={classes.quiet}>{t('empty')}</p>}
          {entries.map((entry) => <TimelineItem key={entryKey(entry)} entry={entry} />)}
        </div>
      </div>
      {unseen && (
        <Button className={classes.unseen} size="xs" radius="xl" leftSection={<IconArrowDown size={14} />} onClick={toEnd}>
          {t('newBelow')}
        </Button>
      )}
    </div>
  );
}
