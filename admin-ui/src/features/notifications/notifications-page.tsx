import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notificationCountQuery, notificationsQuery, useReadNotifications } from '@/api/notifications';
import { NotificationRow } from '@/components/notifications/notification-row';
import { Page } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { useProblemNotice } from '@/components/use-problem-notice';
import classes from './notifications.module.css';

const route = getRouteApi('/workspace/notifications');

export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const { unread = false } = route.useSearch();
  const navigate = route.useNavigate();
  const notice = useProblemNotice();
  const query = useInfiniteQuery(notificationsQuery(unread));
  const { data: count = 0 } = useQuery(notificationCountQuery);
  const read = useReadNotifications();
  return (
    <Page
      title={t('title')}
      text={t('text')}
      actions={(
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={count === 0} loading={read.isPending} onClick={() => read.mutate({}, { onError: (error) => notice(t('readFailed'), error) })}>{t('readAll')}</Button>
          <Button variant="default" size="xs" renderRoot={(props) => <Link to="/notification-settings" {...props} />}>{t('settings')}</Button>
        </Group>
      )}
    >
      <SegmentedControl
        size="xs" mb="md" aria-label={t('show')} value={unread ? 'unread' : 'all'}
        data={[{ value: 'all', label: t('all') }, { value: 'unread', label: t('unread') }]}
        onChange={(value) => void navigate({ search: value === 'unread' ? { unread: true } : {}, replace: true })}
      />
      <QueryList query={query} empty={<StateMessage icon={<IconBellOff size={22} />} title={t('empty.title')} text={t('empty.text')} />}>
        {(items) => <ul className={classes.list}>{items.map((item) => <NotificationRow key={item.id} notification={item} />)}</ul>}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('loadMore', { ns: 'common' })}</Button>
      )}
    </Page>
  );
}
