import { IconChartBar, IconInbox, IconSearch, IconSettings, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deadLetterCountQuery } from '@/api/dead-letters';
import { useMay } from '@/api/session';
import classes from './workspace.module.css';

export function MainNav() {
  const { t } = useTranslation('shell');
  return (
    <nav className={classes.nav} aria-label={t('nav.aria')}>
      <Link to="/overview" className={classes.link}><IconChartBar size={21} aria-hidden />{t('nav.overview')}</Link>
      <Link to="/inbox" className={classes.link}><IconInbox size={21} aria-hidden />{t('nav.inbox')}</Link>
      <Link to="/search" className={classes.link}><IconSearch size={21} aria-hidden />{t('nav.search')}</Link>
      <Link to="/customers" className={classes.link}><IconUsers size={21} aria-hidden />{t('nav.customers')}</Link>
      <SettingsLink />
    </nav>
  );
}

function SettingsLink() {
  const { t } = useTranslation('shell');
  const inside = useMatches({ select: (matches) => matches.some((match) => match.routeId.endsWith('/administration')) });
  const { data } = useQuery({ ...deadLetterCountQuery, enabled: useMay('deadletters.manage') });
  const dead = data?.count ?? 0;
  return (
    <Link to="/settings" className={classes.link} data-status={inside ? 'active' : undefined}>
      <IconSettings size={21} aria-hidden />
      {t('nav.settings')}
      {dead > 0 && <span className={classes.count} role="img" aria-label={t('nav.waiting', { count: dead })}>!</span>}
    </Link>
  );
}
