import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MailItem } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { useProblemNotice } from '@/components/use-problem-notice';
import { formatFull } from '@/lib/format';
import { useMailActions } from './mail-queries';
import classes from './mail.module.css';

export function MailRow({ mail }: { mail: MailItem }) {
  const { t } = useTranslation('mail');
  const notice = useProblemNotice();
  const { retry, discard } = useMailActions();
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <bdi className={classes.subject}>{mail.subject}</bdi>
        <p><bdi>{mail.address}</bdi> · {mail.state === 'failed' ? t('gaveUp') : t('next', { time: formatFull(mail.dueAt) })} · {t('attempts', { count: mail.attempts })}</p>
        {mail.reason && <p className={classes.reason}><bdi>{mail.reason}</bdi></p>}
      </div>
      <Group gap="xs">
        <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate(mail.id, { onError: (error) => notice(t('retryFailed'), error) })}>{t('retry')}</Button>
        <ConfirmButton
          label={t('discard')} title={t('discardTitle')} text={t('discardText')} confirm={t('discard')} pending={discard.isPending}
          onConfirm={() => discard.mutate(mail.id, { onError: (error) => notice(t('discardFailed'), error) })}
        />
      </Group>
    </li>
  );
}
