import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconBellCog, IconDeviceDesktop, IconKeyboard, IconLock, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { UserAvatar } from '@/components/user-avatar';
import { TenantChoice } from './tenant-choice';
import { useSignOut } from './use-sign-out';

const schemes = [
  { name: 'light', Icon: IconSun },
  { name: 'dark', Icon: IconMoon },
  { name: 'auto', Icon: IconDeviceDesktop },
] as const;

interface UserMenuProps {
  onShowShortcuts: () => void;
  onChangePassword: () => void;
}

export function UserMenu({ onShowShortcuts, onChangePassword }: UserMenuProps) {
  const { t } = useTranslation('shell');
  const { user, tenant, role } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="right-end" width={230}>
      <Menu.Target>
        <UnstyledButton aria-label={t('user.menu', { name: user.name })}><UserAvatar name={user.name} size={34} /></UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label><bdi>{user.name}</bdi><br /><bdi>{tenant.name}</bdi> · {t(`role.${role}`, { ns: 'common' })}</Menu.Label>
        <Menu.Divider />
        <TenantChoice />
        <Menu.Label>{t('user.scheme')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(name) => setColorScheme(name as MantineColorScheme)}>
          {schemes.map(({ name, Icon }) => (
            <Menu.RadioItem key={name} value={name} rightSection={<Icon size={16} />}>{t(`user.${name}`)}</Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onShowShortcuts}>{t('user.shortcuts')}</Menu.Item>
        <Menu.Item leftSection={<IconBellCog size={16} />} renderRoot={(props) => <Link to="/notification-settings" {...props} />}>{t('user.notifications')}</Menu.Item>
        <Menu.Item leftSection={<IconLock size={16} />} onClick={onChangePassword}>{t('user.password')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>{t('user.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
