import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deadLetterCountQuery } from '@/api/dead-letters';
import { useMay } from '@/api/session';
import { Callout } from '@/components/callout';
import { formatMoment, formatNumber } from '@/lib/format';
import classes from './overview.module.css';

/** What could not be processed is in none of the numbers: whoever can do something about it is told so. Nothing where there is none. */
export function Unprocessed() {
  const { t } = useTranslation('overview');
  const { data } = useQuery({ ...deadLetterCountQuery, enabled: useMay('deadletters.manage') });
  if (!data || data.count === 0) return null;
  const since = data.oldestAt ? formatMoment(data.oldestAt) : '';
  return (
    <div className={classes.notice}>
      <Callout tone="warn" role="status">
        {t('unprocessed.text', { count: data.count, formatted: formatNumber(data.count), since })} <Link to="/dead-letters">{t('unprocessed.open')}</Link>
      </Callout>
    </div>
  );
}
