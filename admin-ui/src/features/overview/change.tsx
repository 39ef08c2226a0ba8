import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '@/lib/format';
import { changeOf } from './series';
import classes from './overview.module.css';

interface ChangeProps {
  now: number | null;
  before: number | null;
  format?: (value: number) => string;
}

const most = 9.99;
const smallest = 0.005;

function changeText(change: number): string {
  if (Math.abs(change) < smallest) return `±${formatPercent(0)}`;
  return change > most ? `>${formatPercent(most)}` : `${change > 0 ? '+' : ''}${formatPercent(change)}`;
}

/** How it stands against the period before. */
export function Change({ now, before, format }: ChangeProps) {
  const { t } = useTranslation('overview');
  const change = now === null || before === null ? null : changeOf(now, before);
  if (change === null || before === null) return null;
  const text = changeText(change);
  const was = t('before', { value: format ? format(before) : formatNumber(before) });
  return <span className={classes.change} title={was}>{text}<span className={classes.hidden}> ({was})</span></span>;
}

/** The same as a sentence, such as “12% more than the 28 days before”. */
export function ChangeSentence({ now, before, format, days, kind = 'amount' }: ChangeProps & { days: number; kind?: 'amount' | 'duration' }) {
  const { t } = useTranslation('overview');
  if (now === null || before === null) return <span className={classes.change}>{t('than.unknown', { count: days })}</span>;
  const change = changeOf(now, before);
  const was = t('before', { value: format ? format(before) : formatNumber(before) });
  return <span className={classes.change} title={was}>{sentence()}</span>;

  function sentence(): string {
    if (change === null) return t(now === 0 ? 'than.same' : 'than.nothing', { count: days });
    if (Math.abs(change) < smallest) return t('than.same', { count: days });
    const percent = change > most ? `>${formatPercent(most)}` : formatPercent(Math.abs(change));
    return t(`than.${kind}.${change > 0 ? 'up' : 'down'}`, { percent, count: days });
  }
}
