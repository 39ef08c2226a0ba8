import { Button } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import type { BehindFilters } from '@/lib/behind-filters';
import { formatFull } from '@/lib/format';
import { behindQuery } from './overview-queries';
import { TimedRow } from './timed-row';
import classes from './overview.module.css';

const route = getRouteApi('/workspace/overview/conversations');

/** The conversations behind a number about time: what is shown is said by the address. */
export function BehindPage() {
  const { t } = useTranslation('overview');
  const filters = route.useSearch();
  const query = useInfiniteQuery(behindQuery(filters));
  return (
    <Page title={t(`behind.${kindOf(filters)}.title`)} text={text()} back={<Link to="/overview" className={classes.back}>{t('behind.back')}</Link>}>
      <QueryList query={query} empty={<StateMessage icon={<IconMessageOff size={22} />} title={t('behind.empty')} text={t('behind.emptyText')} />}>
        {(items) => <ul className={pageClasses.rows}>{items.map((item) => <TimedRow key={`${item.conversation.id}${item.since}`} item={item} of={filters.of} />)}</ul>}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('loadMore', { ns: 'common' })}</Button>
      )}
    </Page>
  );

  function text(): string {
    if (filters.of === 'open') return filters.at ? t('behind.at', { time: formatFull(filters.at) }) : t(`behind.${kindOf(filters)}.text`);
    const period = filters.from && filters.to ? t('behind.period', { from: formatFull(filters.from), to: formatFull(filters.to) }) : '';
    return `${t(`behind.${kindOf(filters)}.text`)} ${period}`;
  }
}

const kindOf = ({ of, turn }: BehindFilters) => (of === 'open' && turn === 'ours' ? 'unanswered' : of);
