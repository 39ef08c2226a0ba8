import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Identity } from '@/api/types';
import { formatNumber } from '@/lib/format';
import { webUrl } from '@/lib/web-url';
import classes from './customer.module.css';

interface IdentityListProps {
  identities: Identity[];
}

export function IdentityList({ identities }: IdentityListProps) {
  const { t } = useTranslation('customer');
  return (
    <section>
      <h3 className={classes.section}>{t('identities')}</h3>
      <ul className={classes.plain}>
        {identities.map((identity) => {
          const name = identity.handle ? `@${identity.handle}` : identity.name || identity.externalId;
          const link = webUrl(identity.profileUrl);
          return (
            <li key={identity.id} className={classes.identity}>
              <bdi>{name}</bdi>
              {link && <a href={link} target="_blank" rel="noopener noreferrer" aria-label={t('profile', { name })} className={classes.link}><IconExternalLink size={14} aria-hidden /></a>}
              <span className={classes.quiet}>
                <bdi>{identity.network}</bdi>
                {typeof identity.followers === 'number' && <> · {t('followers', { count: identity.followers, formatted: formatNumber(identity.followers) })}</>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
