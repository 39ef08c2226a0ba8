import { Button, Kbd, Textarea } from '@mantine/core';
import { IconLock, IconNote, IconSend2, IconWorld } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '@/api/types';
import type { DraftMode } from '@/lib/drafts';
import classes from './conversation.module.css';
import { useDraft } from './use-draft';
import { useWriting } from './use-writing';

interface WritingFormProps {
  conversation: ConversationDetail;
  mode: DraftMode;
}

export function WritingForm({ conversation, mode }: WritingFormProps) {
  const { t } = useTranslation('conversation');
  const [text, setText] = useDraft(conversation.id, mode);
  const writing = useWriting(conversation.id, mode);
  const name = conversation.customer.name || conversation.customer.handle || t('unknownName', { ns: 'common' });
  const submit = () => {
    if (text.trim() === '' || writing.isPending) return;
    writing.mutate(text.trim(), { onSuccess: () => setText('') });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <form onSubmit={onSubmit}>
      <Textarea
        mt="xs"
        autosize
        minRows={2}
        maxRows={9}
        dir="auto"
        classNames={{ input: classes.input }}
        aria-label={mode === 'reply' ? t('composer.replyLabel', { name }) : t('composer.noteLabel')}
        placeholder={mode === 'reply' ? t('composer.replyPlaceholder', { name }) : t('composer.notePlaceholder')}
        value={text}
        readOnly={writing.isPending}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.send}>
        <Reach conversation={conversation} mode={mode} />
        <Kbd size="xs" className={classes.kbd}>{t('composer.shortcut')}</Kbd>
        <Button type="submit" size="xs" loading={writing.isPending} disabled={text.trim() === ''} leftSection={mode === 'reply' ? <IconSend2 size={15} /> : <IconNote size={15} />}>
          {mode === 'reply' ? t('composer.send') : t('composer.addNote')}
        </Button>
      </div>
    </form>
  );
}

/** Who will be able to read it, said before it is sent. */
function Reach({ conversation, mode }: WritingFormProps) {
  const { t } = useTranslation('conversation');
  const channel = conversation.channel.name;
  if (mode === 'note') return <span className={classes.reach}><IconLock size={14} aria-hidden />{t('composer.noteHint')}</span>;
  return conversation.public ? (
    <span className={classes.reach}><IconWorld size={14} aria-hidden /><span>{t('composer.public', { channel })}</span></span>
  ) : (
    <span className={classes.reach}><IconLock size={14} aria-hidden /><span>{t('composer.private', { channel })}</span></span>
  );
}
