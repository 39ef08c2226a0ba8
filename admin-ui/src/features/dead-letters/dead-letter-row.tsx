import { Button, Checkbox, Group, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { formatFull } from '@/lib/format';
import { useSettling } from './dead-letter-queries';
import classes from './dead-letters.module.css';

interface DeadLetterRowProps {
  letter: DeadLetter;
  selected: boolean;
  onSelect: () => void;
}

export function DeadLetterRow({ letter, selected, onSelect }: DeadLetterRowProps) {
  const { t } = useTranslation('deadLetters');
  const [shown, setShown] = useState(false);
  const retry = useSettling();
  const discard = useSettling();
  const which = { ids: [letter.id] };
  const name = letter.externalId || letter.error;
  return (
    <li className={classes.row} data-selected={selected || undefined}>
      <Checkbox className={classes.check} size="xs" checked={selected} onChange={onSelect} aria-label={t('select', { name })} />
      <div className={classes.main}>
        <p className={classes.error} data-user-text dir="auto">{letter.error}</p>
        <div className={classes.facts}>
          <bdi>{letter.channelName}</bdi>
          {letter.externalId && <bdi><code>{letter.externalId}</code></bdi>}
          <span>{t('received', { time: formatFull(letter.receivedAt) })}</span>
          <span>{t('failed', { time: formatFull(letter.failedAt) })}</span>
          <span>{t('attempts', { count: letter.attempts })}</span>
        </div>
        {shown && <pre className={classes.message} dir="ltr" data-user-text>{letter.message}</pre>}
        <Group gap="xs" mt="xs">
          <Button size="xs" variant="light" loading={retry.isPending} onClick={() => retry.mutate({ as: 'retry', which })}>{t('retry')}</Button>
          <ConfirmButton
            label={t('discard')}
            title={t('discardTitle', { count: 1 })}
            text={t('discardText', { count: 1 })}
            confirm={t('discardConfirm', { count: 1 })}
            pending={discard.isPending}
            onConfirm={() => discard.mutate({ as: 'discard', which })}
          />
          <UnstyledButton className={classes.toggle} aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? t('hideMessage') : t('message')}
          </UnstyledButton>
        </Group>
      </div>
    </li>
  );
}
