import { Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { ErrorState } from '@/components/error-state';
import { Page, pageClasses } from '@/components/page';
import { CustomerHistory } from './customer-history';
import { customerQuery } from './customer-query';
import classes from './customers.module.css';
import { IdentityList } from './identity-list';
import { MergeDialog } from './merge-dialog';
import { MergedList } from './merged-list';
import { OpenQuestions } from './open-questions';
import { RecordList } from './record-list';
import { RelationshipFacts } from './relationship-facts';

const route = getRouteApi('/workspace/customers/$customerId');

export function CustomerPage() {
  const { t } = useTranslation(['customer', 'common']);
  const { customerId } = route.useParams();
  const mayWork = useMay('conversations.work');
  const { data: customer, error, refetch } = useQuery(customerQuery(customerId));
  const back = <Link to="/customers" className={pageClasses.back}><IconArrowLeft size={16} aria-hidden />{t('list.title')}</Link>;
  if (!customer) {
    return (
      <Page title={t('title')} back={back}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={240} />}
      </Page>
    );
  }

  return (
    <Page
      title={customer.name || t('unknownName', { ns: 'common' })}
      text={customer.id === customerId ? undefined : t('merge.standsFor')}
      back={back}
      actions={mayWork && <MergeDialog customer={customer} />}
    >
      <div className={classes.columns}>
        <div className={classes.side}>
          <RelationshipFacts relationship={customer.relationship} />
          <RecordList records={customer.records} />
          <OpenQuestions questions={customer.relationship.openQuestions} />
          <IdentityList identities={customer.identities} />
          <MergedList customer={customer} />
        </div>
        <CustomerHistory customerId={customer.id} />
      </div>
    </Page>
  );
}
