import { Button } from '@mantine/core';
import { IconFilterOff, IconInbox, IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/api/directory';
import { useMay } from '@/api/session';
import { StateMessage } from '@/components/state-message';
import { isFiltered, noFilters, type InboxFilters } from '@/lib/inbox-filters';
import { useFilterChange } from './use-filter-change';

interface EmptyInboxProps {
  filters: InboxFilters;
}

export function EmptyInbox({ filters }: EmptyInboxProps) {
  const { t } = useTranslation('inbox');
  const change = useFilterChange();
  const mayConnect = useMay('channels.manage');
  const { data: channels } = useQuery(channelsQuery);
  if (isFiltered(filters)) {
    return (
      <StateMessage
        icon={<IconFilterOff size={22} />}
        title={t('empty.filteredTitle')}
        text={t('empty.filteredText')}
        actions={<Button variant="default" onClick={() => change(noFilters)}>{t('filter.clear')}</Button>}
      />
    );
  }
  if (channels?.length === 0) {
    return (
      <StateMessage
        icon={<IconPlugConnected size={22} />}
        title={t('empty.noChannelTitle')}
        text={t('empty.noChannelText')}
        actions={mayConnect && <Button component={Link} to="/channels/new">{t('empty.addChannel')}</Button>}
      />
    );
  }
  return <StateMessage icon={<IconInbox size={22} />} title={t('empty.title')} text={t('empty.text')} />;
}
