import type { TFunction } from 'i18next';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReplayedConversation, ReplayedMessage, ReplayedPlace } from '@/api/types';
import { Moment } from '@/components/moment';
import { pageClasses } from '@/components/page';
import { facetText, labelTone, valueText } from '@/components/timeline/label-text';
import classes from './replays.module.css';

export function MessageExamples({ messages }: { messages: ReplayedMessage[] }) {
  const { t } = useTranslation('replays');
  return (
    <section aria-labelledby="replay-messages">
      <h2 id="replay-messages" className={classes.section}>{t('examples.messages')}</h2>
      <ul className={pageClasses.rows}>
        {messages.map(({ id, conversationId, occurredAt, text, before, after }) => (
          <li key={id} className={classes.example}>
            <ExampleHead at={occurredAt} text={text} conversationId={conversationId} />
            <div className={classes.shift}>
              <Labels labels={before} kind="before" />
              <span aria-hidden>→</span>
              <Labels labels={after} kind="after" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RoutingExamples({ conversations }: { conversations: ReplayedConversation[] }) {
  const { t } = useTranslation('replays');
  return (
    <section aria-labelledby="replay-conversations">
      <h2 id="replay-conversations" className={classes.section}>{t('examples.conversations')}</h2>
      <ul className={pageClasses.rows}>
        {conversations.map((conversation) => <RoutingExample key={conversation.id} conversation={conversation} />)}
      </ul>
    </section>
  );
}

function RoutingExample({ conversation: { id, text, before, after } }: { conversation: ReplayedConversation }) {
  const { t } = useTranslation('replays');
  return (
    <li className={classes.example}>
      <ExampleHead at={null} text={text} conversationId={id} />
      <ul className={classes.moves}>
        {moves(t, before, after).map(({ what, from, to }) => (
          <li key={what}><span className={classes.quiet}>{what}</span> <bdi>{from}</bdi> <span aria-hidden>→</span> <bdi><strong>{to}</strong></bdi></li>
        ))}
        {after.setAside && <li>{t('examples.setAside')}</li>}
      </ul>
    </li>
  );
}

function ExampleHead({ at, text, conversationId }: { at: string | null; text: string | null; conversationId: string }) {
  const { t } = useTranslation('replays');
  return (
    <div className={classes.exampleHead}>
      {text === null
        ? <span className={classes.quiet}>{t('examples.gone')}</span>
        : <p className={classes.exampleText} data-user-text dir="auto">{text}</p>}
      <span className={classes.exampleSide}>
        {at && <Moment at={at} />}
        <Link to="/inbox/$conversationId" params={{ conversationId }} className={classes.link} aria-label={t('examples.openNamed', { text: (text ?? '').slice(0, 60) })}>{t('examples.open')}</Link>
      </span>
    </div>
  );
}

function Labels({ labels, kind }: { labels: string[]; kind: 'before' | 'after' }) {
  const { t } = useTranslation('replays');
  const { t: common } = useTranslation('common');
  return (
    <span className={classes.labels} data-kind={kind} role="group" aria-label={t(`examples.${kind}`)}>
      {labels.length === 0 && <span className={classes.quiet}>{t('examples.none')}</span>}
      {labels.map((label) => {
        const [facet, value] = [label.slice(0, label.indexOf(':')), label.slice(label.indexOf(':') + 1)];
        return <bdi key={label} data-tone={kind === 'after' ? labelTone({ facet, value }) : undefined}>{facetText(common, facet)}: {valueText(common, facet, value)}</bdi>;
      })}
    </span>
  );
}

/** What of a conversation's place changes, in words. */
function moves(t: TFunction<'replays'>, before: ReplayedPlace, after: ReplayedPlace) {
  const priority = (value: string) => t(`priority.${value as 'low' | 'normal' | 'high' | 'urgent'}`);
  return [
    { what: t('examples.team'), from: before.team?.name ?? t('examples.none'), to: after.team?.name ?? t('examples.none') },
    { what: t('examples.assignee'), from: before.assignee?.name ?? t('examples.nobody'), to: after.assignee?.name ?? t('examples.nobody') },
    { what: t('examples.priority'), from: priority(before.priority), to: priority(after.priority) },
    { what: t('examples.tags'), from: before.tags.join(', ') || t('examples.none'), to: after.tags.join(', ') || t('examples.none') },
  ].filter(({ from, to }) => from !== to);
}
