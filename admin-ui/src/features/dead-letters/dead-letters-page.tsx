import { Button } from '@mantine/core';
import { IconMoodCheck, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter } from '@/api/types';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { allSeen, type DeadLetterFilters } from '@/lib/dead-letter-filters';
import { DeadLetterFilterBar } from './dead-letter-filter-bar';
import { deadLettersQuery, matchingCountQuery } from './dead-letter-queries';
import { DeadLetterRow } from './dead-letter-row';
import { SelectionBar } from './selection-bar';

const route = getRouteApi('/workspace/administration/dead-letters');

export function DeadLettersPage() {
  const { t } = useTranslation(['deadLetters', 'common']);
  const filters = route.useSearch();
  const query = useInfiniteQuery(deadLettersQuery(filters));
  const narrowed = Object.keys(filters).length > 0;
  const none = narrowed
    ? <StateMessage icon={<IconSearch size={22} />} title={t('noneFound.title')} text={t('noneFound.text')} />
    : <StateMessage icon={<IconMoodCheck size={22} />} title={t('empty.title')} text={t('empty.text')} />;
  return (
    <Page title={t('title')} text={t('text')}>
      {(narrowed || (query.data && query.data.length > 0)) && <DeadLetterFilterBar filters={filters} />}
      <QueryList query={query} empty={none}>
        {(letters) => <Letters key={JSON.stringify(filters)} letters={letters} filters={filters} />}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('loadMore', { ns: 'common' })}
        </Button>
      )}
    </Page>
  );
}

/** With what is selected of them; that is forgotten when the filters change. */
function Letters({ letters, filters }: { letters: DeadLetter[]; filters: DeadLetterFilters }) {
  const { data: matching } = useQuery(matchingCountQuery(filters));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState<ReturnType<typeof allSeen>>();
  const listed = letters.map(({ id }) => id);
  const chosen = new Set(listed.filter((id) => selected.has(id)));
  const choose = (ids: readonly string[]) => {
    setSeen(undefined);
    setSelected(new Set(ids));
  };
  const toggle = (id: string) => choose(seen ? listed.filter((other) => other !== id) : chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id]);
  return (
    <>
      <SelectionBar
        listed={listed}
        chosen={chosen}
        matching={matching?.count ?? listed.length}
        all={seen !== undefined}
        which={seen ? { filter: seen } : { ids: [...chosen] }}
        onChoose={choose}
        onAll={() => setSeen(allSeen(filters, letters[0]?.failedAt))}
      />
      <ul className={pageClasses.rows}>
        {letters.map((letter) => (
          <DeadLetterRow key={letter.id} letter={letter} selected={seen !== undefined || chosen.has(letter.id)} onSelect={() => toggle(letter.id)} />
        ))}
      </ul>
    </>
  );
}
