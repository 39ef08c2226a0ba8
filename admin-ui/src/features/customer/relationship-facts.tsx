import { IconArrowDownRight, IconArrowUpRight, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Relationship } from '@/api/types';
import { Moment } from '@/components/moment';
import { StatusDot } from '@/components/status-dot';
import { formatNumber } from '@/lib/format';
import classes from './customer.module.css';

interface RelationshipFactsProps {
  relationship: Relationship;
}

const kinds = ['post', 'comment', 'reply', 'mention', 'direct', 'review'] as const;
const turns = { us: 'warn', them: 'quiet', nobody: 'good' } as const;
const trends = { improving: IconArrowUpRight, worsening: IconArrowDownRight, steady: IconMinus, unknown: IconQuestionMark };

export function RelationshipFacts({ relationship }: RelationshipFactsProps) {
  const { t } = useTranslation(['customer', 'common']);
  const { firstContactAt, lastContactAt, inbound, outbound, byKind, owes } = relationship;
  const places = kinds.filter((kind) => (byKind[kind] ?? 0) > 0).map((kind) => `${t(`kind.${kind}`, { ns: 'common' })} ${formatNumber(byKind[kind] ?? 0)}`);
  return (
    <section>
      <h3 className={classes.section}>{t('relationship')}</h3>
      <dl className={classes.facts}>
        <dt>{t('owes.label')}</dt>
        <dd><StatusDot tone={turns[owes]} label={t(`owes.${owes}`)} /></dd>
        <dt>{t('sentiment')}</dt>
        <dd><SentimentFact sentiment={relationship.sentiment} /></dd>
        <dt>{t('messages')}</dt>
        <dd>{t('messagesValue', { inbound: formatNumber(inbound), outbound: formatNumber(outbound) })}</dd>
        {places.length > 0 && <><dt>{t('byKind')}</dt><dd>{places.join(', ')}</dd></>}
        <dt>{t('last')}</dt>
        <dd>{lastContactAt ? <Moment at={lastContactAt} style="ago" /> : t('never', { ns: 'common' })}</dd>
        <dt>{t('first')}</dt>
        <dd>{firstContactAt ? <Moment at={firstContactAt} /> : t('never', { ns: 'common' })}</dd>
      </dl>
    </section>
  );
}

interface SentimentFactProps {
  sentiment: Relationship['sentiment'];
}

function SentimentFact({ sentiment: { recent, trend } }: SentimentFactProps) {
  const { t } = useTranslation('customer');
  const Icon = trends[trend];
  const mood = recent === null || recent === undefined ? null : recent > 0.15 ? 'positive' : recent < -0.15 ? 'negative' : 'neutral';
  return (
    <span className={classes.trend} data-trend={trend}>
      <Icon size={15} aria-hidden />
      {mood ? t('sentimentValue', { trend: t(`trend.${trend}`), mood: t(`mood.${mood}`) }) : t(`trend.${trend}`)}
    </span>
  );
}
