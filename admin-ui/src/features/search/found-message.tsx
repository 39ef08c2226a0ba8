import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/api/directory';
import type { Interaction } from '@/api/types';
import { MarkedText } from '@/components/marked-text';
import { Moment } from '@/components/moment';
import { chipText, isTelling, labelTone } from '@/components/timeline/label-text';
import { excerpt } from '@/lib/excerpt';
import classes from './search.module.css';

export function FoundMessage({ message, q }: { message: Interaction; q: string }) {
  const { t } = useTranslation('search');
  const { t: common } = useTranslation('common');
  const { data: channels = [] } = useQuery(channelsQuery);
  const ours = message.direction === 'outbound';
  const name = message.author?.name || message.author?.handle || (ours ? t('us') : t('unknownName', { ns: 'common' }));
  const channel = channels.find(({ id }) => id === message.channelId)?.name;
  return (
    <li className={classes.message}>
      <div className={classes.head}>
        <Link to="/inbox/$conversationId" params={{ conversationId: message.conversationId }} data-result className={classes.name}><bdi>{name}</bdi></Link>
        {ours && <span className={classes.ours}>{t('ours')}</span>}
        {channel && <bdi className={classes.when}>{channel}</bdi>}
        <Moment at={message.occurredAt} style="full" className={classes.when} />
      </div>
      <p className={classes.text} dir="auto" data-user-text><MarkedText text={excerpt(message.text ?? '', q)} query={q} /></p>
      <div className={classes.labels}>
        {message.labels.filter(isTelling).map((label) => (
          <bdi key={`${label.facet}:${label.value}`} data-tone={labelTone(label)}>{chipText(common, label)}</bdi>
        ))}
      </div>
    </li>
  );
}
