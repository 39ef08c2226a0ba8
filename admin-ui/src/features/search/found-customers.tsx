import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/api/types';
import { ErrorState } from '@/components/error-state';
import { MarkedText } from '@/components/marked-text';
import { Moment } from '@/components/moment';
import { pageClasses } from '@/components/page';
import { UserAvatar } from '@/components/user-avatar';
import type { SearchFilters } from '@/lib/search-filters';
import { foundCustomersQuery } from './search-queries';
import classes from './search.module.css';

export function FoundCustomers({ filters: { q = '' } }: { filters: SearchFilters }) {
  const { t } = useTranslation('search');
  const query = useQuery(foundCustomersQuery(q));
  const { items = [], next } = query.data ?? {};
  return (
    <section className={classes.group} aria-labelledby="found-customers">
      <h2 id="found-customers" className={classes.heading}>{t('customers')}</h2>
      {query.error && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        : !query.data ? <Skeleton height={56} />
        : items.length === 0 ? <p className={classes.none}>{t('noCustomers')}</p>
        : <ul className={pageClasses.rows}>{items.map((customer) => <FoundCustomer key={customer.id} customer={customer} q={q} />)}</ul>}
      {next && <Link to="/customers" search={{ q }} className={classes.all}>{t('allCustomers')}</Link>}
    </section>
  );
}

function FoundCustomer({ customer, q }: { customer: Customer; q: string }) {
  const { t } = useTranslation('search');
  const name = customer.name || t('unknownName', { ns: 'common' });
  const last = customer.relationship.lastContactAt;
  return (
    <li className={classes.row}>
      <UserAvatar name={name} size={32} />
      <div className={classes.main}>
        <Link to="/customers/$customerId" params={{ customerId: customer.id }} data-result className={classes.name}><MarkedText text={name} query={q} /></Link>
        <div className={classes.facts}>
          {customer.identities.map(({ id, handle, externalId }) => <bdi key={id}><MarkedText text={handle ?? externalId} query={q} /></bdi>)}
        </div>
      </div>
      {last && <Moment at={last} className={classes.when} />}
    </li>
  );
}
