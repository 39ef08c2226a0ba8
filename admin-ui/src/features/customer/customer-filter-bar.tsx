import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CustomerFilters } from '@/lib/customer-filters';
import { formatNumber } from '@/lib/format';
import { useTypedText } from '@/lib/use-typed-text';
import { recordValuesQuery } from './customer-query';
import classes from './customers.module.css';

const route = getRouteApi('/workspace/customers');

/** By who they are, and by what systems of record say of them where any does. */
export function CustomerFilterBar({ filters }: { filters: CustomerFilters }) {
  const { t } = useTranslation('customer');
  const navigate = route.useNavigate();
  const { data } = useQuery(recordValuesQuery);
  const change = (part: CustomerFilters) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <div className={classes.filters} role="group" aria-label={t('list.filters')}>
      <SearchBox initial={filters.q ?? ''} onChange={(q) => change({ q })} />
      <RecordChoice label={t('records.tier')} any={t('list.anyTier')} values={data?.tiers ?? []} chosen={filters.tier} onChange={(tier) => change({ tier })} />
      <RecordChoice label={t('records.owner')} any={t('list.anyOwner')} values={data?.owners ?? []} chosen={filters.owner} onChange={(owner) => change({ owner })} />
      {(filters.tier !== undefined || filters.owner !== undefined) && (
        <Button variant="subtle" onClick={() => change({ tier: undefined, owner: undefined })}>{t('list.clear')}</Button>
      )}
    </div>
  );
}

interface RecordChoiceProps {
  label: string;
  any: string;
  values: { value: string; count: number }[];
  chosen: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** The values that there are; also the one of the address, which may be there no longer. Nothing where there is none at all. */
function RecordChoice({ label, any, values, chosen, onChange }: RecordChoiceProps) {
  const data = values.map(({ value, count }) => ({ value, label: `${value} (${formatNumber(count)})` }));
  if (chosen !== undefined && values.every(({ value }) => value !== chosen)) data.unshift({ value: chosen, label: chosen });
  if (data.length === 0) return null;
  return (
    <Select clearable searchable className={classes.filter} aria-label={label} placeholder={any} data={data} value={chosen ?? null} maxDropdownHeight={320} onChange={(value) => onChange(value ?? undefined)} />
  );
}

interface SearchBoxProps {
  initial: string;
  onChange: (q: string | undefined) => void;
}

function SearchBox({ initial, onChange }: SearchBoxProps) {
  const { t } = useTranslation('customer');
  const { text, setText } = useTypedText(initial, onChange);
  return (
    <TextInput
      type="search"
      className={classes.search}
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<IconSearch size={16} />}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
