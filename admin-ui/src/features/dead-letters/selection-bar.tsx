import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '@/components/confirm-button';
import { formatNumber } from '@/lib/format';
import { useSettling, type DeadLetterSelection } from './dead-letter-queries';
import classes from './dead-letters.module.css';

interface SelectionBarProps {
  listed: readonly string[];
  chosen: ReadonlySet<string>;
  /** How many match, listed or not. */
  matching: number;
  all: boolean;
  which: DeadLetterSelection;
  onChoose: (ids: readonly string[]) => void;
  onAll: () => void;
}

/** What to do with those that are selected, or with all that match. */
export function SelectionBar({ listed, chosen, matching, all, which, onChoose, onAll }: SelectionBarProps) {
  const { t } = useTranslation('deadLetters');
  const clear = () => onChoose([]);
  const retry = useSettling(clear);
  const discard = useSettling(clear);
  const complete = chosen.size === listed.length;
  const count = all ? matching : chosen.size;
  const numbers = { count, formatted: formatNumber(count) };
  const pending = retry.isPending || discard.isPending;
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('bar.aria')}>
      <Checkbox
        size="xs"
        label={count > 0 ? t('bar.selected', numbers) : t('bar.select')}
        checked={all || complete}
        indeterminate={!all && !complete && chosen.size > 0}
        onChange={() => (all || complete ? clear() : onChoose(listed))}
      />
      {!all && complete && matching > listed.length && (
        <Button size="compact-xs" variant="subtle" onClick={onAll}>{t('bar.all', { count: matching, formatted: formatNumber(matching) })}</Button>
      )}
      {count > 0 && (
        <div className={classes.actions}>
          <Button size="xs" variant="light" loading={retry.isPending} disabled={pending} onClick={() => retry.mutate({ as: 'retry', which })}>{t('bar.retry', numbers)}</Button>
          <ConfirmButton
            label={t('bar.discard', numbers)}
            title={t('discardTitle', numbers)}
            text={t('discardText', numbers)}
            confirm={t('discardConfirm', numbers)}
            pending={discard.isPending}
            disabled={pending}
            onConfirm={() => discard.mutate({ as: 'discard', which })}
          />
        </div>
      )}
    </div>
  );
}
