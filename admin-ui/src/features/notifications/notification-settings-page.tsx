import { Select, Skeleton, Switch } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NotificationChoice } from '@/api/types';
import { Callout } from '@/components/callout';
import { ErrorState } from '@/components/error-state';
import { Page, pageClasses } from '@/components/page';
import { useProblemNotice } from '@/components/use-problem-notice';
import { choicesQuery, useChoose } from './choice-queries';
import classes from './notifications.module.css';

const timings = ['off', 'atOnce', 'daily'] as const;

export function NotificationSettingsPage() {
  const { t } = useTranslation('notifications');
  const query = useQuery(choicesQuery);
  const back = <Link to="/notifications" className={pageClasses.back}><IconArrowLeft size={15} aria-hidden />{t('title')}</Link>;
  return (
    <Page title={t('choices.title')} text={t('choices.text')} back={back}>
      {query.data ? (
        <>
          {!query.data.canMail && <div className={classes.callout}><Callout tone="warn" title={t('choices.noMail')}>{t('choices.noMailText')}</Callout></div>}
          <ul className={pageClasses.rows}>
            {query.data.items.map((choice) => <ChoiceRow key={choice.kind} choice={choice} />)}
          </ul>
        </>
      ) : query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton height={320} />}
    </Page>
  );
}

function ChoiceRow({ choice }: { choice: NotificationChoice }) {
  const { t } = useTranslation('notifications');
  const notice = useProblemNotice();
  const choose = useChoose();
  const shown = choose.isPending ? choose.variables : choice;
  const name = t(`kind.${choice.kind}`);
  const change = (part: Partial<NotificationChoice>) => choose.mutate({ ...shown, ...part }, { onError: (error) => notice(t('choices.failed'), error) });
  return (
    <li className={classes.choice}>
      <div className={classes.kind}>
        <span className={classes.name}>{name}</span>
        <p>{t(`help.${choice.kind}`)}</p>
      </div>
      <Switch label={t('choices.inApp')} aria-label={t('choices.inAppOf', { name })} checked={shown.inApp} onChange={(event) => change({ inApp: event.currentTarget.checked })} />
      <Select
        size="xs" w={170} allowDeselect={false} aria-label={t('choices.mailOf', { name })} value={shown.mail}
        data={timings.map((value) => ({ value, label: t(`mail.${value}`) }))}
        onChange={(value) => value && change({ mail: value as NotificationChoice['mail'] })}
      />
    </li>
  );
}
