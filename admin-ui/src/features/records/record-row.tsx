import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { formatAgo, formatNumber } from '@/lib/format';
import { RecordStatus } from './record-status';
import classes from './records.module.css';

interface RecordRowProps {
  system: RecordSystem;
}

export function RecordRow({ system }: RecordRowProps) {
  const { t } = useTranslation('records');
  const { delivering, pulling } = system;
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <Link to="/systems-of-record/$systemId" params={{ systemId: system.id }} className={classes.name}><bdi>{system.name}</bdi></Link>
        <div className={classes.facts}>
          <bdi>{system.kindName}</bdi>
          {delivering.lastSuccessAt && <span>{t('row.told', { time: formatAgo(delivering.lastSuccessAt) })}</span>}
          {pulling?.lastSuccessAt && <span>{t('row.pulled', { time: formatAgo(pulling.lastSuccessAt) })}</span>}
          {delivering.queued > 0 && <span>{t('row.queued', { count: delivering.queued, formatted: formatNumber(delivering.queued) })}</span>}
          {delivering.failed > 0 && <span className={classes.bad}>{t('row.failed', { count: delivering.failed, formatted: formatNumber(delivering.failed) })}</span>}
        </div>
        {system.statusReason && system.status !== 'ok' && <p className={classes.reason} data-user-text dir="auto">{system.statusReason}</p>}
      </div>
      <RecordStatus status={system.status} />
    </li>
  );
}
