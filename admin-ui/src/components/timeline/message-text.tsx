import { UnstyledButton } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelEvidence } from '@/api/types';
import { highlight } from '@/lib/evidence';
import classes from './message.module.css';

interface MessageTextProps {
  text: string;
  evidence: readonly LabelEvidence[];
}

/** A customer's words: plain text in its own direction, cut to a readable height, with evidence marked. */
export function MessageText({ text, evidence }: MessageTextProps) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element && !open) setLong(element.scrollHeight > element.clientHeight + 4);
  }, [text, open]);
  return (
    <>
      <div ref={box} className={classes.text} data-open={open || undefined} dir="auto" data-user-text>
        {highlight(text, evidence).map(({ text: part, mark, note }, index) =>
          mark ? <mark key={index} className={classes.mark} data-mark={mark} title={note ?? t(`label.${mark}`)}>{part}</mark> : part,
        )}
      </div>
      {(long || open) && (
        <UnstyledButton className={classes.more} onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? t('showLess') : t('showMore')}
        </UnstyledButton>
      )}
    </>
  );
}
