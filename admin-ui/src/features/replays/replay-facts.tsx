import { useTranslation } from 'react-i18next';
import type { Replay } from '@/api/types';
import { formatNumber } from '@/lib/format';
import classes from './replays.module.css';

/** What a replay found, in numbers. */
export function ReplayFacts({ replay }: { replay: Replay }) {
  const { t } = useTranslation('replays');
  const { read, changed, refreshed, rerouted, skipped, modelVersion } = replay;
  const of = (count: number) => ({ count, formatted: formatNumber(count) });
  return (
    <span className={classes.facts}>
      <span>{t('facts.read', of(read))}</span>
      <span>{t('facts.changed', of(changed))}</span>
      {refreshed > 0 && <span>{t('facts.refreshed', of(refreshed))}</span>}
      <span>{t('facts.rerouted', of(rerouted))}</span>
      {skipped > 0 && <span title={t('facts.skippedHelp')}>{t('facts.skipped', of(skipped))}</span>}
      {modelVersion && <bdi>{t('facts.model', { version: modelVersion })}</bdi>}
    </span>
  );
}
