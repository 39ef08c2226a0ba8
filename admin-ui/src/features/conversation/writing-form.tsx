import { Button, Kbd, Textarea } from '@mantine/core';
import { IconLock, IconNote, IconSend2, IconWorld } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/api/directory';
import type { ConversationDetail } from '@/api/types';
import type { DraftMode } from '@/lib/drafts';
import { AttachButton } from './attach-button';
import { AttachmentTray } from './attachment-tray';
import dropClasses from './attachments.module.css';
import { mentionedIn } from '@/lib/mentions';
import classes from './conversation.module.css';
import { useUploads } from './upload-store';
import { MentionList } from './mention-list';
import { useDraft } from './use-draft';
import { useFileCheck } from './use-file-check';
import { useFileDrop } from './use-file-drop';
import { useMentionPicker } from './use-mention-picker';
import { useWriting } from './use-writing';

interface WritingFormProps {
  conversation: ConversationDetail;
  mode: DraftMode;
}

export function WritingForm({ conversation, mode }: WritingFormProps) {
  const { t } = useTranslation('conversation');
  const [text, setText] = useDraft(conversation.id, mode);
  const writing = useWriting(conversation.id, mode);
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: mode === 'note' });
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useMentionPicker(field, mode === 'note' ? members : [], text, setText);
  const name = conversation.customer.name || conversation.customer.handle || t('unknownName', { ns: 'common' });
  const limits = mode === 'reply' ? conversation.replyFiles : conversation.noteFiles;
  const uploads = useUploads(conversation.id, mode);
  const check = useFileCheck(limits);
  const addFiles = (files: File[]) => {
    let before = uploads.list.filter(({ error }) => !error).length;
    uploads.add(files, (file) => {
      const why = check(file, before);
      if (why === null) before += 1;
      return why;
    }, t('files.failed'));
  };
  const dropped = useFileDrop(addFiles);
  const attachments = uploads.list.flatMap(({ attachment }) => (attachment ? [attachment.id] : []));
  const settled = attachments.length === uploads.list.length;
  const hasContent = text.trim() !== '' || (attachments.length > 0 && limits.withoutText);
  const submit = () => {
    if (!hasContent || !settled || writing.isPending) return;
    writing.mutate({ text: text.trim(), attachments, mentions: mode === 'note' ? mentionedIn(text, members) : [] }, {
      onSuccess: () => {
        setText('');
        uploads.clear();
      },
    });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (picker.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <form onSubmit={onSubmit} className={dropClasses.drop} data-over={dropped.over || undefined} data-invitation={t('files.drop')} {...dropped.drop}>
      <MentionList picker={picker} />
      <Textarea
        ref={field}
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
        onChange={(event) => {
          setText(event.currentTarget.value);
          picker.look(event.currentTarget);
        }}
        {...picker.aria}
        onKeyDown={onKeyDown}
        onPaste={dropped.onPaste}
      />
      <AttachmentTray uploads={uploads.list} disabled={writing.isPending} onRemove={uploads.remove} />
      <div className={classes.send}>
        <AttachButton limits={limits} disabled={writing.isPending} onFiles={addFiles} />
        <Reach conversation={conversation} mode={mode} />
        <Kbd size="xs" className={classes.kbd}>{t('composer.shortcut')}</Kbd>
        <Button type="submit" size="xs" loading={writing.isPending} disabled={!hasContent || !settled} leftSection={mode === 'reply' ? <IconSend2 size={15} /> : <IconNote size={15} />}>
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
