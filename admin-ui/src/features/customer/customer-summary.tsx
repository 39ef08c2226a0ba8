import { useTranslation } from 'react-i18next';
import type { Customer } from '@/api/types';
import { Moment } from '@/components/moment';
import { UserAvatar } from '@/components/user-avatar';
import { formatNumber } from '@/lib/format';
import classes from './customers.module.css';

interface CustomerSummaryProps {
  customer: Customer;
  caption?: string;
}

const mostAccounts = 3;

/** A customer in a few lines: name, accounts, messages. */
export function CustomerSummary({ customer, caption }: CustomerSummaryProps) {
  const { t } = useTranslation(['customer', 'common']);
  const { name, identities, relationship } = customer;
  const tiers = [...new Set(customer.records.map(({ tier }) => tier).filter((tier) => tier !== null))];
  const accounts = identities.slice(0, mostAccounts).map((identity) => (identity.handle ? `@${identity.handle}` : identity.name || identity.externalId));
  return (
    <div className={classes.summary}>
      <UserAvatar name={name} size={36} />
      <div className={classes.about}>
        {caption && <span className={classes.caption}>{caption}</span>}
        <span className={classes.name}><bdi>{name || t('unknownName', { ns: 'common' })}</bdi></span>
        <span className={classes.facts}>
          {accounts.map((account, index) => <bdi key={index}>{account}</bdi>)}
          {identities.length > mostAccounts && <span>{t('list.moreAccounts', { count: identities.length - mostAccounts })}</span>}
        </span>
        <span className={classes.facts}>
          <span>{t('messagesValue', { inbound: formatNumber(relationship.inbound), outbound: formatNumber(relationship.outbound) })}</span>
          {tiers.map((tier) => <span key={tier}>{t('records.tier')}: <bdi>{tier}</bdi></span>)}
          {relationship.lastContactAt && <Moment at={relationship.lastContactAt} style="ago" />}
        </span>
      </div>
    </div>
  );
}
