import { useTranslation } from 'react-i18next';
import type { Note } from '@/api/types';
import { Moment } from '@/components/moment';
import { AttachmentList } from './attachment-list';
import { MessageText } from './message-text';
import classes from './message.module.css';

interface NoteEntryProps {
  note: Note;
}

export function NoteEntry({ note }: NoteEntryProps) {
  const { t } = useTranslation('common');
  return (
    <article className={classes.note}>
      <div className={classes.head}>
        <span>{t('timeline.note')}</span>
        <bdi className={classes.author}>{note.author.name}</bdi>
        <Moment at={note.at} />
      </div>
      {note.text.trim() !== '' && <MessageText text={note.text} evidence={[]} />}
      <AttachmentList attachments={note.attachments} />
    </article>
  );
}
