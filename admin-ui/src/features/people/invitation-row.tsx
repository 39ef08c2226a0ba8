import { useTranslation } from 'react-i18next';
import type { OpenInvitation } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { formatDay } from '@/lib/format';
import { useWithdrawInvitation } from './people-queries';
import classes from './people.module.css';

export function InvitationRow({ invitation }: { invitation: OpenInvitation }) {
  const { t } = useTranslation('people');
  const withdraw = useWithdrawInvitation(invitation.id);
  const role = t(`role.${invitation.role}`, { ns: 'common' });
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <span className={classes.name} dir="ltr">{invitation.email}</span>
        <div className={classes.mail}>{t('invitedAs', { role, by: invitation.invitedBy, time: formatDay(invitation.expiresAt) })}</div>
      </div>
      <ConfirmButton
        label={t('withdraw')} title={t('withdrawTitle', { email: invitation.email })} text={t('withdrawText')} confirm={t('withdraw')}
        pending={withdraw.isPending} onConfirm={() => withdraw.mutate()}
      />
    </li>
  );
}
