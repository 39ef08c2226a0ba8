import { Button } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { CustomerFilterBar } from './customer-filter-bar';
import { CustomerSummary } from './customer-summary';
import { customersQuery } from './customer-query';
import classes from './customers.module.css';

const route = getRouteApi('/workspace/customers');

export function CustomersPage() {
  const { t } = useTranslation(['customer', 'common']);
  const filters = route.useSearch();
  const query = useInfiniteQuery(customersQuery(filters));
  const none = Object.keys(filters).length > 0 ? (
    <StateMessage icon={<IconSearch size={22} />} title={t('list.noneFound')} text={t(filters.tier === undefined && filters.owner === undefined ? 'list.noneFoundText' : 'list.noneFilteredText')} />
  ) : (
    <StateMessage icon={<IconUsers size={22} />} title={t('list.empty')} text={t('list.emptyText')} />
  );
  return (
    <Page title={t('list.title')} text={t('list.text')}>
      <CustomerFilterBar filters={filters} />
      <QueryList query={query} empty={none}>
        {(customers) => (
          <ul className={pageClasses.rows}>
            {customers.map((customer) => (
              <li key={customer.id} className={classes.row}>
                <CustomerSummary customer={customer} />
                <Link to="/customers/$customerId" params={{ customerId: customer.id }} className={classes.open} aria-label={customer.name || t('unknownName', { ns: 'common' })} />
              </li>
            ))}
          </ul>
        )}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('loadMore', { ns: 'common' })}</Button>
      )}
    </Page>
  );
}
