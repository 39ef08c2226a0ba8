import { Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '@/lib/use-shortcuts';
import { LiveIndicator } from './live-indicator';
import { MainNav } from './main-nav';
import { NotificationBell } from './notification-bell';
import { PasswordDialog } from './password-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';
import { useLiveLink } from './use-live-link';
import { UserMenu } from './user-menu';
import classes from './workspace.module.css';

export function Workspace() {
  const { t } = useTranslation('shell');
  const live = useLiveLink();
  const [help, setHelp] = useState(false);
  const [password, setPassword] = useState(false);
  const navigate = useNavigate();
  const find = () => void (window.location.pathname !== '/search' && navigate({ to: '/search' }));
  useShortcuts({ '?': () => setHelp(true), '/': find });
  return (
    <div className={classes.root}>
      <a href="#content" className={classes.skip}>{t('skip')}</a>
      <header className={classes.rail}>
        <img src="/favicon.svg" alt="" width={30} height={30} className={classes.logo} />
        <MainNav />
        <div className={classes.foot}>
          <NotificationBell />
          <LiveIndicator state={live} />
          <UserMenu onShowShortcuts={() => setHelp(true)} onChangePassword={() => setPassword(true)} />
        </div>
      </header>
      {live === 'reconnecting' && <div className={classes.banner} role="status">{t('live.reconnecting')}</div>}
      <main id="content" tabIndex={-1} className={classes.content}><Outlet /></main>
      <PasswordDialog opened={password} onClose={() => setPassword(false)} />
      <ShortcutsDialog opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}
