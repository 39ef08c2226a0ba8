import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/components/error-state';
import { Moment } from '@/components/moment';
import { RowSkeletons } from '@/components/row-skeletons';
import { deliveryQuery } from './record-queries';
import classes from './records.module.css';

interface DeliveryDetailProps {
  systemId: string;
  deliveryId: string;
}

/** What went over the wire: the key, the body of the last attempt, the answer, the attempts. */
export function DeliveryDetail({ systemId, deliveryId }: DeliveryDetailProps) {
  const { t } = useTranslation('records');
  const { data, error, refetch } = useQuery(deliveryQuery(systemId, deliveryId));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <RowSkeletons rows={2} />;
  return (
    <div className={classes.detail}>
      <p className={classes.quiet}>{t('log.key')} <code>{data.key}</code></p>
      {data.history.length > 0 && (
        <ol className={classes.attempts}>
          {data.history.map((attempt, index) => (
            <li key={index}>
              <Moment at={attempt.at} style="full" /> · {t(`outcome.${attempt.outcome as 'taken'}`)}
              {attempt.status && <> · HTTP {attempt.status}</>} · {t('log.took', { count: attempt.milliseconds })}
              {attempt.reason && <span className={classes.why} data-user-text dir="auto">{attempt.reason}</span>}
            </li>
          ))}
        </ol>
      )}
      <h3>{t('log.request')}</h3>
      {data.request ? <pre dir="ltr" data-user-text>{pretty(data.request)}</pre> : <p className={classes.quiet}>{t('log.noRequest')}</p>}
      <h3>{t('log.answer')}</h3>
      {data.answer ? <pre dir="ltr" data-user-text>{data.answer}</pre> : <p className={classes.quiet}>{t('log.noAnswer')}</p>}
    </div>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
