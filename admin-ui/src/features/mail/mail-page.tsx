import { Button, Skeleton } from '@mantine/core';
import { IconLock, IconMailCheck, IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import type { MailHealth } from '@/api/types';
import { Callout } from '@/components/callout';
import { ErrorState } from '@/components/error-state';
import { Moment } from '@/components/moment';
import { Page, pageClasses } from '@/components/page';
import { problemText } from '@/components/problem-text';
import { StateMessage } from '@/components/state-message';
import { formatNumber } from '@/lib/format';
import { MailRow } from './mail-row';
import { mailQuery, useMailActions } from './mail-queries';
import classes from './mail.module.css';

export function MailPage() {
  const { t } = useTranslation('mail');
  const { platformAdmin } = useSession();
  const query = useQuery({ ...mailQuery, enabled: platformAdmin });
  return (
    <Page title={t('title')} text={t('text')}>
      {!platformAdmin ? <StateMessage icon={<IconLock size={22} />} title={t('forbidden.title')} text={t('forbidden.text')} />
        : query.data ? (query.data.isSet ? <Health health={query.data} /> : <StateMessage icon={<IconMailOff size={22} />} title={t('unset.title')} text={t('unset.text')} />)
        : query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        : <Skeleton height={200} />}
    </Page>
  );
}

function Health({ health }: { health: MailHealth }) {
  const { t } = useTranslation('mail');
  const { t: common } = useTranslation('common');
  const { test } = useMailActions();
  const { unsent = [] } = health;
  const facts = [
    { name: 'server', value: <bdi>{health.server}</bdi> },
    { name: 'security', value: health.security === 'starttls' ? t('starttls') : t('none') },
    { name: 'from', value: <bdi>{health.from}</bdi> },
    { name: 'queued', value: formatNumber(health.queued) },
    { name: 'failed', value: formatNumber(health.failed) },
    { name: 'lastSent', value: health.lastSentAt ? <Moment at={health.lastSentAt} style="full" /> : t('never', { ns: 'common' }) },
  ] as const;
  return (
    <>
      {health.lastError && <div className={classes.callout}><Callout tone="bad" title={t('lastError')}><bdi>{health.lastError}</bdi></Callout></div>}
      <dl className={classes.facts}>
        {facts.map(({ name, value }) => <div key={name}><dt>{t(name)}</dt><dd>{value}</dd></div>)}
      </dl>
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>{t('test')}</Button>
      <div role="status" className={classes.outcome}>
        {test.data && <Callout tone="info">{t('tested', { address: test.data.address })}</Callout>}
        {test.error && <Callout tone="bad">{problemText(common, test.error)}</Callout>}
      </div>
      <h2 className={classes.heading}>{t('unsent')}</h2>
      {unsent.length === 0
        ? <StateMessage icon={<IconMailCheck size={22} />} title={t('allSent.title')} text={t('allSent.text')} />
        : <ul className={pageClasses.rows}>{unsent.map((mail) => <MailRow key={mail.id} mail={mail} />)}</ul>}
    </>
  );
}
