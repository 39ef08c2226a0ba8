import { Button, Group, Modal, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import type { Member, Role } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { CopyField } from '@/components/copy-field';
import { UserAvatar } from '@/components/user-avatar';
import { formatDay } from '@/lib/format';
import { rolesUpTo } from '@/lib/roles';
import { useMemberActions } from './people-queries';
import classes from './people.module.css';

export function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation('people');
  const { user, role } = useSession();
  const { changeRole, remove, offerReset } = useMemberActions(member.id);
  const roles = rolesUpTo(role);
  const mayChange = member.id !== user.id && roles.includes(member.role);
  const roleName = (one: Role) => t(`role.${one}`, { ns: 'common' });
  return (
    <li className={classes.row}>
      <UserAvatar name={member.name} size={36} />
      <div className={classes.main}>
        <bdi className={classes.name}>{member.name}</bdi>{member.id === user.id && <Text span c="dimmed" size="sm"> {t('you')}</Text>}
        <div className={classes.mail} dir="ltr">{member.email}</div>
      </div>
      {mayChange ? (
        <Group gap="xs" className={classes.actions}>
          <Select
            aria-label={t('roleOf', { name: member.name })}
            size="xs" w={110} allowDeselect={false} disabled={changeRole.isPending}
            value={changeRole.isPending ? changeRole.variables : member.role}
            data={roles.map((one) => ({ value: one, label: roleName(one) }))}
            onChange={(value) => value && value !== member.role && changeRole.mutate(value as Role)}
          />
          <Button variant="default" size="xs" loading={offerReset.isPending} onClick={() => offerReset.mutate()}>{t('reset')}</Button>
          <ConfirmButton
            label={t('remove')} title={t('removeTitle', { name: member.name })} text={t('removeText')} confirm={t('remove')}
            pending={remove.isPending} onConfirm={() => remove.mutate()}
          />
        </Group>
      ) : <Text size="sm" c="dimmed">{roleName(member.role)}</Text>}
      <Modal opened={!!offerReset.data} onClose={offerReset.reset} title={t('resetTitle', { name: member.name })} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
        {offerReset.data && <CopyField label={t('link')} value={offerReset.data.link} help={t(offerReset.data.mailed ? 'resetMailed' : 'resetHelp', { time: formatDay(offerReset.data.expiresAt) })} />}
      </Modal>
    </li>
  );
}
