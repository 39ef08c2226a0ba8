import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { StateMessage } from '@/components/state-message';
import { FoundCustomers } from './found-customers';
import { FoundMessages } from './found-messages';
import { SearchBox } from './search-box';
import { SearchFilterBar } from './search-filter-bar';
import { SearchHelp } from './search-help';
import { useResultKeys } from './use-result-keys';

const route = getRouteApi('/workspace/search');

/** One search over everything: what is looked for and how it is narrowed stands in the address. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const filters = route.useSearch();
  const root = useRef<HTMLDivElement>(null);
  const onKeyDown = useResultKeys(root);
  return (
    <Page title={t('title')}>
      {/* The keys move between what can be focused inside anyway. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={root} onKeyDown={onKeyDown}>
        <SearchBox q={filters.q ?? ''} />
        {filters.q === undefined ? (
          <StateMessage icon={<IconSearch size={22} />} title={t('start.title')} text={<SearchHelp />} />
        ) : (
          <>
            <SearchFilterBar filters={filters} />
            <FoundCustomers filters={filters} />
            <FoundMessages filters={filters} />
          </>
        )}
      </div>
    </Page>
  );
}
