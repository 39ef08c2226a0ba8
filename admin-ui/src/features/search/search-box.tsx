import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconHelpCircle, IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { longestQuery } from '@/lib/search-filters';
import { useShortcuts } from '@/lib/use-shortcuts';
import { useTypedText } from '@/lib/use-typed-text';
import { SearchHelp } from './search-help';
import classes from './search.module.css';

const route = getRouteApi('/workspace/search');

/** What is typed goes to the address a moment later, so that a search can be shared and found again. */
export function SearchBox({ q }: { q: string }) {
  const { t } = useTranslation('search');
  const navigate = route.useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const { text, setText } = useTypedText(q, (words) => void navigate({ search: (before) => ({ ...before, q: words }), replace: true }));
  useEffect(() => input.current?.focus(), []);
  useShortcuts({ '/': () => input.current?.select() });
  return (
    <div className={classes.box}>
      <TextInput
        ref={input}
        type="search"
        size="md"
        className={classes.field}
        aria-label={t('field')}
        placeholder={t('field')}
        leftSection={<IconSearch size={18} />}
        value={text}
        maxLength={longestQuery}
        dir="auto"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Popover position="bottom-end" width={340} shadow="md" withArrow>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size="xl" aria-label={t('help.open')}><IconHelpCircle size={20} /></ActionIcon>
        </Popover.Target>
        <Popover.Dropdown><SearchHelp /></Popover.Dropdown>
      </Popover>
    </div>
  );
}
