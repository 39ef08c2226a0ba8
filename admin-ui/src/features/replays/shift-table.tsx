import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/lib/format';
import classes from './replays.module.css';

export interface Shift {
  key: string;
  name: string;
  before: number;
  after: number;
  gained: number;
  lost: number;
}

/** Counts before and after, with how many come and go: a total that stays may still be other messages. */
export function ShiftTable({ title, shifts }: { title: string; shifts: Shift[] }) {
  const { t } = useTranslation('replays');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('report.before')}</th>
          <th scope="col">{t('report.after')}</th>
          <th scope="col">{t('report.gained')}</th>
          <th scope="col">{t('report.lost')}</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(({ key, name, before, after, gained, lost }) => (
          <tr key={key} data-same={gained + lost === 0 || undefined}>
            <th scope="row"><bdi>{name}</bdi></th>
            <td>{formatNumber(before)}</td>
            <td>{formatNumber(after)}</td>
            <td>{gained > 0 ? `+${formatNumber(gained)}` : '–'}</td>
            <td>{lost > 0 ? `−${formatNumber(lost)}` : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
