import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerRecord } from '@/api/types';
import { Moment } from '@/components/moment';
import { webUrl } from '@/lib/web-url';
import classes from './customer.module.css';

interface RecordListProps {
  records: CustomerRecord[];
}

/** What systems of record say of the customer: who owns them, their tier, and where their record is. */
export function RecordList({ records }: RecordListProps) {
  const { t } = useTranslation('customer');
  if (records.length === 0) return null;
  return (
    <section>
      <h3 className={classes.section}>{t('records.title')}</h3>
      <ul className={classes.plain}>
        {records.map((record) => {
          const link = webUrl(record.url);
          return (
            <li key={`${record.system.id}/${record.recordId}`} className={classes.identity}>
              <bdi>{record.system.name}</bdi> <bdi className={classes.recordId}>{record.recordId}</bdi>
              {link && <a href={link} target="_blank" rel="noopener noreferrer" aria-label={t('records.open', { system: record.system.name })} className={classes.link}><IconExternalLink size={14} aria-hidden /></a>}
              <dl className={classes.facts}>
                {record.owner && <><dt>{t('records.owner')}</dt><dd><bdi>{record.owner}</bdi></dd></>}
                {record.tier && <><dt>{t('records.tier')}</dt><dd><bdi>{record.tier}</bdi></dd></>}
                {Object.entries(record.fields).map(([name, value]) => (
                  <div key={name} className={classes.field}><dt><bdi>{name}</bdi></dt><dd><bdi>{value}</bdi></dd></div>
                ))}
              </dl>
              <span className={classes.quiet}>{t('records.asOf')} <Moment at={record.asOf} style="ago" /></span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
