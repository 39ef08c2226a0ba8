import { IconAlertHexagon, IconArrowsSplit2, IconBan, IconBuilding, IconDatabaseShare, IconEar, IconHistory, IconKey, IconMail, IconPlugConnected, IconPuzzle, IconUsers, IconUsersGroup, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deadLetterCountQuery } from '@/api/dead-letters';
import { useMay, useSession } from '@/api/session';
import classes from './settings-layout.module.css';

/** As much as the column holds. */
const maxCounted = 1000;

/** The pages of those who look after the workspace, each with the permission that it takes; grouped as people think of them. */
export function SettingsLayout() {
  const { t } = useTranslation('shell');
  const { platformAdmin, permissions } = useSession();
  const may = (permission: string) => permissions.includes(permission);
  return (
    <div className={classes.root}>
      <nav className={classes.nav} aria-label={t('nav.settings')}>
        <Group title={t('settings.listening')}>
          <Item to="/channels" Icon={IconPlugConnected} label={t('nav.channels')} />
          <Item to="/topics" Icon={IconEar} label={t('nav.topics')} />
          <Item to="/blocked-authors" Icon={IconBan} label={t('nav.blockedAuthors')} />
          {may('replays.manage') && <Item to="/replays" Icon={IconHistory} label={t('nav.replays')} />}
          {may('deadletters.manage') && <DeadLettersItem />}
        </Group>
        {may('records.manage') && (
          <Group title={t('settings.records')}><Item to="/systems-of-record" Icon={IconDatabaseShare} label={t('nav.records')} /></Group>
        )}
        <Group title={t('settings.routing')}>
          <Item to="/rules" Icon={IconArrowsSplit2} label={t('nav.rules')} />
          <Item to="/teams" Icon={IconUsersGroup} label={t('nav.teams')} />
        </Group>
        {may('tenant.manage') && (
          <Group title={t('settings.organisation')}>
            <Item to="/organisation" Icon={IconBuilding} label={t('nav.organisation')} />
            <Item to="/people" Icon={IconUsers} label={t('nav.people')} />
            {may('apikeys.manage') && <Item to="/api-keys" Icon={IconKey} label={t('nav.apiKeys')} />}
          </Group>
        )}
        {platformAdmin && (
          <Group title={t('settings.server')}>
            <Item to="/plugins" Icon={IconPuzzle} label={t('nav.plugins')} />
            <Item to="/mail" Icon={IconMail} label={t('nav.mail')} />
          </Group>
        )}
      </nav>
      <div className={classes.content}><Outlet /></div>
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return <div className={classes.group}><h2 className={classes.title}>{title}</h2>{children}</div>;
}

interface ItemProps {
  to: LinkProps['to'];
  Icon: Icon;
  label: string;
  children?: React.ReactNode;
}

function Item({ to, Icon, label, children }: ItemProps) {
  return <Link to={to} className={classes.link}><Icon size={18} aria-hidden /><span>{label}</span>{children}</Link>;
}

function DeadLettersItem() {
  const { t } = useTranslation('shell');
  const { data } = useQuery({ ...deadLetterCountQuery, enabled: useMay('deadletters.manage') });
  const count = data?.count ?? 0;
  return (
    <Item to="/dead-letters" Icon={IconAlertHexagon} label={t('nav.deadLetters')}>
      {count > 0 && <span className={classes.count} role="img" aria-label={t('nav.waiting', { count })}>{count >= maxCounted ? `${maxCounted - 1}+` : count}</span>}
    </Item>
  );
}
