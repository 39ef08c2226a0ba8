import { Button, Popover, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notificationCountQuery, notificationsQuery, useReadNotifications } from '@/api/notifications';
import { NotificationRow } from '@/components/notifications/notification-row';
import { QueryList } from '@/components/query-list';
import { useProblemNotice } from '@/components/use-problem-notice';
import classes from './bell.module.css';

const mostShown = 10;
const mostCounted = 99;

export function NotificationBell() {
  const { t } = useTranslation('shell');
  const [opened, setOpened] = useState(false);
  const atBottom = useMediaQuery('(max-width: 47.99em)');
  const { data: unread = 0 } = useQuery(notificationCountQuery);
  return (
    <Popover opened={opened} onChange={setOpened} position={atBottom ? 'top-end' : 'right-end'} width={360} shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.bell} aria-expanded={opened} aria-label={unread > 0 ? t('bell.unread', { count: unread }) : t('bell.open')} onClick={() => setOpened(!opened)}>
          <IconBell size={21} aria-hidden />
          {unread > 0 && <span className={classes.count} aria-hidden>{unread > mostCounted ? `${mostCounted}+` : unread}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.panel}>
        <Latest unread={unread} onClose={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Latest({ unread, onClose }: { unread: number; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const notice = useProblemNotice();
  const query = useInfiniteQuery(notificationsQuery(false));
  const read = useReadNotifications();
  const readAll = () => read.mutate({}, { onError: (error) => notice(t('bell.failed'), error) });
  return (
    <>
      <div className={classes.head}>
        <h2>{t('bell.title')}</h2>
        <Button size="compact-xs" variant="subtle" disabled={unread === 0} loading={read.isPending} onClick={readAll}>{t('bell.readAll')}</Button>
      </div>
      <div className={classes.list}>
        <QueryList query={query} empty={<p className={classes.none}>{t('bell.none')}</p>}>
          {(items) => <ul>{items.slice(0, mostShown).map((item) => <NotificationRow key={item.id} notification={item} onOpen={onClose} />)}</ul>}
        </QueryList>
      </div>
      <div className={classes.foot}>
        <Link to="/notifications" onClick={onClose}>{t('bell.all')}</Link>
        <Link to="/notification-settings" onClick={onClose}>{t('bell.settings')}</Link>
      </div>
    </>
  );
}
