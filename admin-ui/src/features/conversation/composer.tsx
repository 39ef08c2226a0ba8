import { Alert, SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '@/api/types';
import type { DraftMode } from '@/lib/drafts';
import { useShortcuts } from '@/lib/use-shortcuts';
import classes from './conversation.module.css';
import { WritingForm } from './writing-form';

interface ComposerProps {
  conversation: ConversationDetail;
  mayWork: boolean;
}

export function Composer({ conversation, mayWork }: ComposerProps) {
  const { t } = useTranslation('conversation');
  const [mode, setMode] = useState<DraftMode>(conversation.canReply ? 'reply' : 'note');
  const [asked, setAsked] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) root.current?.querySelector('textarea')?.focus();
  }, [asked]);
  const write = (next: DraftMode) => {
    setMode(next);
    setAsked((times) => times + 1);
  };
  useShortcuts(mayWork ? { r: () => write('reply'), n: () => write('note') } : {});
  if (!mayWork) return <p className={classes.quiet}>{t('composer.readOnly')}</p>;
  return (
    <div className={classes.composer} data-mode={mode} ref={root}>
      <SegmentedControl
        size="xs"
        aria-label={t('composer.mode')}
        value={mode}
        onChange={(next) => setMode(next as DraftMode)}
        data={[{ value: 'reply', label: t('composer.reply') }, { value: 'note', label: t('composer.note') }]}
      />
      {mode === 'reply' && !conversation.canReply ? (
        <Alert mt="xs" color="yellow" title={t('composer.cannotReply')}>
          <span data-user-text dir="auto">{conversation.cannotReplyReason || t('composer.cannotReplyDefault')}</span>
        </Alert>
      ) : (
        <WritingForm key={`${conversation.id}:${mode}`} conversation={conversation} mode={mode} />
      )}
    </div>
  );
}
