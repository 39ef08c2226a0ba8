import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TimedConversation } from '@/api/types';
import { Moment } from '@/components/moment';
import type { BehindFilters } from '@/lib/behind-filters';
import { formatDuration } from '@/lib/format';
import classes from './overview.module.css';

interface TimedRowProps {
  item: TimedConversation;
  of: BehindFilters['of'];
}

/** A conversation with how long it took, or takes. */
export function TimedRow({ item: { conversation, since, until, seconds, waitsForUs }, of }: TimedRowProps) {
  const { t } = useTranslation('overview');
  const { customer, channel, status, preview, assignee } = conversation;
  return (
    <li className={classes.timed}>
      <span className={classes.took}>{formatDuration(seconds)}</span>
      <div className={classes.told}>
        <Link to="/inbox/$conversationId" params={{ conversationId: conversation.id }}><bdi data-user-text>{customer.name || t('unknownName', { ns: 'common' })}</bdi></Link>
        <span className={classes.change}>
          {of === 'open' ? t(waitsForUs ? 'behind.waitsForUs' : 'behind.waitsForThem') : t(`behind.${of}.took`)} · <Moment at={since} style="full" />
          {until && <> – <Moment at={until} style="full" /></>} · <bdi>{channel.name}</bdi> · {t(`status.${status}`, { ns: 'common' })}{assignee && <> · <bdi>{assignee.name}</bdi></>}
        </span>
        {preview && <span className={classes.preview} dir="auto" data-user-text>{preview}</span>}
      </div>
    </li>
  );
}
