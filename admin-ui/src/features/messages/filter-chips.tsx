import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/api/directory';
import { facetText, valueText } from '@/components/timeline/label-text';
import { formatFull } from '@/lib/format';
import type { MessageFilters } from '@/lib/message-filters';
import classes from './messages.module.css';

/** What narrows the list; each is taken away with a click. */
export function FilterChips({ filters }: { filters: MessageFilters }) {
  const { t } = useTranslation('messages');
  const { t: common } = useTranslation('common');
  const { data: channels = [] } = useQuery(channelsQuery);
  const { from, to, channel, direction, label = [] } = filters;
  const chips: { text: string; without: MessageFilters }[] = [];
  if (from) chips.push({ text: t('from', { time: formatFull(from) }), without: { ...filters, from: undefined } });
  if (to) chips.push({ text: t('to', { time: formatFull(to) }), without: { ...filters, to: undefined } });
  if (direction) chips.push({ text: t(direction), without: { ...filters, direction: undefined } });
  if (channel) chips.push({ text: channels.find(({ id }) => id === channel)?.name ?? t('channel'), without: { ...filters, channel: undefined } });
  for (const entry of label) {
    const [facet = '', value = ''] = [entry.slice(0, entry.indexOf(':')), entry.slice(entry.indexOf(':') + 1)];
    chips.push({ text: `${facetText(common, facet)}: ${valueText(common, facet, value)}`, without: { ...filters, label: label.filter((other) => other !== entry) } });
  }
  if (chips.length === 0) return null;
  return (
    <ul className={classes.filters} aria-label={t('filters')}>
      {chips.map(({ text, without }) => (
        <li key={text}><Link to="/messages" search={without} aria-label={t('remove', { text })}><bdi>{text}</bdi> ×</Link></li>
      ))}
    </ul>
  );
}
