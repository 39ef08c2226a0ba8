import { IconAlertHexagon, IconInbox, IconKey, IconPlugConnected, IconPuzzle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '@/api/session';
import { deadLetterCountQuery, maxCounted } from './dead-letter-count';
import classes from './workspace.module.css';

export function MainNav() {
  const { t } = useTranslation('shell');
  const { platformAdmin } = useSession();
  const mayKeys = useMay('apikeys.manage');
  return (
    <nav className={classes.nav} aria-label={t('nav.aria')}>
      <Link to="/inbox" className={classes.link}><IconInbox size={21} aria-hidden />{t('nav.inbox')}</Link>
      <Link to="/channels" className={classes.link}><IconPlugConnected size={21} aria-hidden />{t('nav.channels')}</Link>
      {platformAdmin && <Link to="/plugins" className={classes.link}><IconPuzzle size={21} aria-hidden />{t('nav.plugins')}</Link>}
      {useMay('deadletters.manage') && <DeadLettersLink />}
      {mayKeys && <Link to="/api-keys" className={classes.link}><IconKey size={21} aria-hidden />{t('nav.apiKeys')}</Link>}
    </nav>
  );
}

function DeadLettersLink() {
  const { t } = useTranslation('shell');
  const { data: count = 0 } = useQuery(deadLetterCountQuery);
  return (
    <Link to="/dead-letters" className={classes.link}>
      <IconAlertHexagon size={21} aria-hidden />
      {t('nav.deadLetters')}
      {count > 0 && (
        <span className={classes.count} role="img" aria-label={t('nav.waiting', { count })}>{count >= maxCounted ? `${maxCounted - 1}+` : count}</span>
      )}
    </Link>
  );
}
