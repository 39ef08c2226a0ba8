import { Button, Group } from '@mantine/core';
import { IconMoodCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import type { BlockedAuthor } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { formatFull } from '@/lib/format';
import { blockedAuthorsQuery, useUnblock } from './blocked-author-queries';
import classes from './blocked-authors.module.css';

export function BlockedAuthorsPage() {
  const { t } = useTranslation('blockedAuthors');
  const query = useInfiniteQuery(blockedAuthorsQuery);
  return (
    <Page title={t('title')} text={t('text')}>
      <QueryList query={query} empty={<StateMessage icon={<IconMoodCheck size={22} />} title={t('empty.title')} text={t('empty.text')} />}>
        {(authors) => <ul className={pageClasses.rows}>{authors.map((author) => <AuthorRow key={author.id} author={author} />)}</ul>}
      </QueryList>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('loadMore', { ns: 'common' })}
        </Button>
      )}
    </Page>
  );
}

function AuthorRow({ author }: { author: BlockedAuthor }) {
  const { t } = useTranslation('blockedAuthors');
  const mayWork = useMay('conversations.work');
  const unblock = useUnblock(author);
  const time = formatFull(author.blockedAt);
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <Link to="/customers/$customerId" params={{ customerId: author.customerId }} className={classes.name}><bdi>{author.name}</bdi></Link>
        <div className={classes.facts}>
          {author.handle && <bdi>@{author.handle}</bdi>}
          <bdi>{author.channel.name}</bdi>
          <span>{author.blockedBy ? t('blockedBy', { time, name: author.blockedBy.name }) : t('blocked', { time })}</span>
          <span>{t('conversations', { count: author.conversations })}</span>
          {author.lastActivityAt && <span>{t('last', { time: formatFull(author.lastActivityAt) })}</span>}
        </div>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" variant="subtle" renderRoot={(props) => <Link to="/inbox" search={{ status: 'spam', q: author.handle ?? author.name }} {...props} />}>{t('show')}</Button>
        {mayWork && (
          <ConfirmButton
            label={t('unblock')}
            title={t('unblockTitle', { name: author.name })}
            text={t('unblockText')}
            confirm={t('unblock')}
            pending={unblock.isPending}
            onConfirm={() => unblock.mutate()}
          />
        )}
      </Group>
    </li>
  );
}
