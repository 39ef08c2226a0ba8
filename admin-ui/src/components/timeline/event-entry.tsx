import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ConversationEvent } from '@/api/types';
import { Moment } from '@/components/moment';
import { formatFull } from '@/lib/format';
import classes from './message.module.css';

interface EventEntryProps {
  event: ConversationEvent;
  at: string;
}

export function EventEntry({ event, at }: EventEntryProps) {
  const { t } = useTranslation('common');
  return <div className={classes.event}><bdi>{eventText(t, event)}</bdi><Moment at={at} /></div>;
}

function eventText(t: TFunction<'common'>, { kind, actor, from, to }: ConversationEvent): string {
  const words = { actor: actor?.name ?? t('event.system'), from: from ?? '', to: statusText(t, to) };
  switch (kind) {
    case 'opened': return t('event.opened');
    case 'reopened': return actor ? t('event.reopenedBy', words) : t('event.reopened');
    case 'status': return t('event.status', words);
    case 'resolved': return t('event.resolved', words);
    case 'assigned': return to ? t('event.assigned', words) : t('event.unassigned', words);
    case 'team': return t('event.team', words);
    case 'priority': return t('event.priority', words);
    case 'tags': return to ? t('event.tags', words) : t('event.tagsNone', words);
    case 'rule': return t('event.rule', words);
    case 'snoozed': return t('event.snoozed', { ...words, time: to ? formatFull(to) : '' });
    case 'woken': return from === 'time' ? t('event.wokenTime') : from === 'message' ? t('event.wokenMessage') : t('event.woken', words);
    case 'setAside': return to === 'rule' ? t('event.setAsideByRule', words) : t('event.setAside', words);
    case 'returned': return from === 'message' ? t('event.returnedMessage') : t('event.returned', words);
    case 'undone': return t('event.undone', words);
    case 'replyFailed': return to ? t('event.replyFailedWhy', words) : t('event.replyFailed');
  }
}

const statusText = (t: TFunction<'common'>, value: string | null | undefined): string =>
  value === 'open' || value === 'waiting' || value === 'resolved' ? t(`status.${value}`) : (value ?? '');
