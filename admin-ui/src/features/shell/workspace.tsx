import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '@/lib/use-shortcuts';
import { LiveIndicator } from './live-indicator';
import { MainNav } from './main-nav';
import { ShortcutsDialog } from './shortcuts-dialog';
import { useLiveLink } from './use-live-link';
import { UserMenu } from './user-menu';
import classes from './workspace.module.css';

export function Workspace() {
  const { t } = useTranslation('shell');
  const live = useLiveLink();
  const [help, setHelp] = useState(false);
  useShortcuts({ '?': () => setHelp(true) });
  return (
    <div className={classes.root}>
      <a href="#content" className={classes.skip}>{t('skip')}</a>
      <div className={classes.rail}>
        <img src="/favicon.svg" alt="" width={30} height={30} className={classes.logo} />
        <MainNav />
        <div className={classes.foot}>
          <LiveIndicator state={live} />
          <UserMenu onShowShortcuts={() => setHelp(true)} />
        </div>
      </div>
      {live === 'reconnecting' && <div className={classes.banner} role="status">{t('live.reconnecting')}</div>}
      <main id="content" tabIndex={-1} className={classes.content}><Outlet /></main>
      <ShortcutsDialog opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}
