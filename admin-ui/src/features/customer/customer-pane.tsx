import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/components/error-state';
import { UserAvatar } from '@/components/user-avatar';
import { CustomerHistory } from './customer-history';
import { customerQuery } from './customer-query';
import classes from './customer.module.css';
import { IdentityList } from './identity-list';
import { OpenQuestions } from './open-questions';
import { RecordList } from './record-list';
import { RelationshipFacts } from './relationship-facts';

interface CustomerPaneProps {
  id: string;
  conversationId: string;
  back: ReactNode;
}

export function CustomerPane({ id, conversationId, back }: CustomerPaneProps) {
  const { t } = useTranslation('customer');
  const query = useQuery(customerQuery(id));
  const customer = query.data;
  return (
    <aside className={classes.pane} aria-label={t('aria')}>
      <div className={classes.back}>{back}</div>
      {customer ? (
        <>
          <div className={classes.head}>
            <UserAvatar name={customer.name} size={44} />
            <h2 className={classes.name}><bdi><Link to="/customers/$customerId" params={{ customerId: customer.id }} className={classes.nameLink}>{customer.name || t('unknownName', { ns: 'common' })}</Link></bdi></h2>
          </div>
          <RelationshipFacts relationship={customer.relationship} />
          <RecordList records={customer.records} />
          <OpenQuestions questions={customer.relationship.openQuestions} />
          <IdentityList identities={customer.identities} />
          <CustomerHistory customerId={id} conversationId={conversationId} />
        </>
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Stack><Skeleton height={44} width="70%" /><Skeleton height={120} /><Skeleton height={80} /></Stack>
      )}
    </aside>
  );
}
