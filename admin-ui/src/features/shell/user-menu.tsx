import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { UserAvatar } from '@/components/user-avatar';
import { useSignOut } from './use-sign-out';

const schemes = [
  { name: 'light', Icon: IconSun },
  { name: 'dark', Icon: IconMoon },
  { name: 'auto', Icon: IconDeviceDesktop },
] as const;

interface UserMenuProps {
  onShowShortcuts: () => void;
}

export function UserMenu({ onShowShortcuts }: UserMenuProps) {
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
        <Menu.Label>{t('user.scheme')}</Menu.Label>
        {schemes.map(({ name, Icon }) => (
          <Menu.Item
            key={name}
            role="menuitemradio"
            aria-checked={colorScheme === name}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === name ? <IconCheck size={14} /> : undefined}
            onClick={() => setColorScheme(name)}
          >
            {t(`user.${name}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onShowShortcuts}>{t('user.shortcuts')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>{t('user.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
