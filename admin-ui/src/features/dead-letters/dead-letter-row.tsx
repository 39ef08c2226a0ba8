import { Button, Group, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { formatFull } from '@/lib/format';
import { useDeadLetterActions } from './dead-letter-queries';
import classes from './dead-letters.module.css';

interface DeadLetterRowProps {
  letter: DeadLetter;
}

export function DeadLetterRow({ letter }: DeadLetterRowProps) {
  const { t } = useTranslation('deadLetters');
  const [shown, setShown] = useState(false);
  const { retry, discard } = useDeadLetterActions(letter.id);
  return (
    <li>
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
        <Button size="xs" variant="light" loading={retry.isPending} onClick={() => retry.mutate()}>{t('retry')}</Button>
        <ConfirmButton
          label={t('discard')}
          title={t('discardTitle')}
          text={t('discardText')}
          confirm={t('discardConfirm')}
          pending={discard.isPending}
          onConfirm={() => discard.mutate()}
        />
        <UnstyledButton className={classes.toggle} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t('hideMessage') : t('message')}
        </UnstyledButton>
      </Group>
    </li>
  );
}
