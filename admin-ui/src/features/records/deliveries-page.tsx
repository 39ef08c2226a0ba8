import { Button, Select } from '@mantine/core';
import { IconArrowLeft, IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { deliveryKinds, deliveryStates, parseDeliveryFilters } from '@/lib/delivery-filters';
import { DeliveryRow } from './delivery-row';
import { deliveriesQuery, recordSystemQuery } from './record-queries';
import classes from './records.module.css';

const route = getRouteApi('/workspace/administration/systems-of-record/$systemId/deliveries');

export function DeliveriesPage() {
  const { t } = useTranslation(['records', 'common']);
  const { systemId } = route.useParams();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const { data: system } = useQuery(recordSystemQuery(systemId));
  const query = useInfiniteQuery(deliveriesQuery(systemId, filters));
  const filter = (change: Record<string, unknown>) => void navigate({ search: parseDeliveryFilters({ ...filters, ...change }), replace: true });
  const narrowed = !!filters.state || !!filters.kind;
  return (
    <Page
      title={t('log.title')}
      text={t('log.text')}
      back={<Link to="/systems-of-record/$systemId" params={{ systemId }} className={pageClasses.back}><IconArrowLeft size={16} aria-hidden /><bdi>{system?.name ?? t('title')}</bdi></Link>}
    >
      <div className={classes.filters}>
        <Select clearable aria-label={t('log.state')} placeholder={t('log.anyState')} data={deliveryStates.map((value) => ({ value, label: t(`state.${value}`) }))} value={filters.state ?? null} onChange={(state) => filter({ state })} />
        <Select clearable aria-label={t('log.kind')} placeholder={t('log.anyKind')} data={deliveryKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} value={filters.kind ?? null} onChange={(kind) => filter({ kind })} />
      </div>
      <QueryList
        query={query}
        empty={<StateMessage icon={<IconListCheck size={22} />} title={t(narrowed ? 'log.noneFound' : 'log.empty')} text={t(narrowed ? 'log.noneFoundText' : 'log.emptyText')} />}
      >
        {(deliveries) => (
          <ul className={pageClasses.rows}>
            {system && deliveries.map((delivery) => <DeliveryRow key={delivery.id} system={system} delivery={delivery} />)}
          </ul>
        )}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('loadMore', { ns: 'common' })}</Button>
      )}
    </Page>
  );
}
