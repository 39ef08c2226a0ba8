import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '@/api/types';
import { Moment } from '@/components/moment';
import { chipText, isTelling, labelTone } from '@/components/timeline/label-text';
import { MessageText } from '@/components/timeline/message-text';
import { Paperclip } from '@/components/timeline/paperclip';
import classes from './messages.module.css';

export function MessageRow({ message }: { message: Interaction }) {
  const { t } = useTranslation('messages');
  const { t: common } = useTranslation('common');
  const name = message.author?.name || message.author?.handle || (message.direction === 'outbound' ? t('us') : t('unknownName', { ns: 'common' }));
  return (
    <li>
      <div className={classes.head}>
        <bdi className={classes.name}>{name}</bdi>
        {message.direction === 'outbound' && <span className={classes.ours}>{t('ours')}</span>}
        <Paperclip count={message.attachments.length} />
        <Moment at={message.occurredAt} style="full" className={classes.when} />
        <Link to="/inbox/$conversationId" params={{ conversationId: message.conversationId }} className={classes.open}>{t('open')}</Link>
      </div>
      <MessageText text={message.text ?? ''} evidence={[]} />
      <div className={classes.labels}>
        {message.labels.filter(isTelling).map((label) => (
          <bdi key={`${label.facet}:${label.value}`} data-tone={labelTone(label)}>{chipText(common, label)}</bdi>
        ))}
      </div>
    </li>
  );
}
