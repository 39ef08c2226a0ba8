import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/api/directory';
import { longestError, type DeadLetterFilters } from '@/lib/dead-letter-filters';
import { useTypedText } from '@/lib/use-typed-text';
import classes from './dead-letters.module.css';

const route = getRouteApi('/workspace/administration/dead-letters');

export function DeadLetterFilterBar({ filters }: { filters: DeadLetterFilters }) {
  const { t } = useTranslation('deadLetters');
  const navigate = route.useNavigate();
  const { data: channels = [] } = useQuery(channelsQuery);
  const change = (part: DeadLetterFilters) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <div className={classes.filters} role="group" aria-label={t('filter.aria')}>
      <Select
        size="xs" clearable searchable aria-label={t('filter.channel')} placeholder={t('filter.anyChannel')} value={filters.channel ?? null}
        data={channels.map(({ id, name }) => ({ value: id, label: name }))} onChange={(channel) => change({ channel: channel ?? undefined })}
      />
      <ErrorWords initial={filters.error ?? ''} onChange={(error) => change({ error })} />
      <label className={classes.day}>{t('filter.from')}<TextInput size="xs" type="date" max={filters.to} value={filters.from ?? ''} onChange={(event) => change({ from: event.currentTarget.value || undefined })} /></label>
      <label className={classes.day}>{t('filter.to')}<TextInput size="xs" type="date" min={filters.from} value={filters.to ?? ''} onChange={(event) => change({ to: event.currentTarget.value || undefined })} /></label>
      {Object.keys(filters).length > 0 && <Button size="xs" variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>{t('filter.clear')}</Button>}
    </div>
  );
}

interface ErrorWordsProps {
  initial: string;
  onChange: (error: string | undefined) => void;
}

function ErrorWords({ initial, onChange }: ErrorWordsProps) {
  const { t } = useTranslation('deadLetters');
  const { text, setText } = useTypedText(initial, onChange);
  return <TextInput size="xs" type="search" maxLength={longestError} aria-label={t('filter.error')} placeholder={t('filter.error')} value={text} onChange={(event) => setText(event.currentTarget.value)} />;
}
