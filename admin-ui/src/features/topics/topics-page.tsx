import { Badge, Button, Code } from '@mantine/core';
import { IconEar, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import type { Topic } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { useProblemNotice } from '@/components/use-problem-notice';
import { TopicDialog } from './topic-dialog';
import { TopicHistoryState } from './topic-history-state';
import { topicsQuery, useDeleteTopic } from './topic-queries';
import classes from './topics.module.css';

export function TopicsPage() {
  const { t } = useTranslation('topics');
  const may = useMay('topics.manage');
  const query = useQuery(topicsQuery);
  const [edited, setEdited] = useState<Topic | 'new' | null>(null);
  const create = may && <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>{t('create')}</Button>;
  return (
    <Page title={t('title')} text={t('text')} actions={query.data?.length ? create : undefined}>
      <QueryList query={query} empty={<StateMessage icon={<IconEar size={22} />} title={t('empty.title')} text={t('empty.text')} actions={create} />}>
        {(topics) => (
          <ul className={pageClasses.rows}>
            {topics.map((topic) => <TopicRow key={topic.id} topic={topic} may={may} onEdit={() => setEdited(topic)} />)}
          </ul>
        )}
      </QueryList>
      {edited && <TopicDialog topic={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

interface TopicRowProps {
  topic: Topic;
  may: boolean;
  onEdit: () => void;
}

function TopicRow({ topic, may, onEdit }: TopicRowProps) {
  const { t } = useTranslation('topics');
  const notice = useProblemNotice();
  const remove = useDeleteTopic(topic.id);
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <span className={classes.head}>
          <bdi className={classes.name}>{topic.name}</bdi>
          {topic.kind !== 'subject' && <Badge size="sm" variant="light" color={topic.kind === 'competitor' ? 'orange' : 'teal'}>{t(`kind.${topic.kind}`)}</Badge>}
          {!topic.enabled && <Badge size="sm" variant="light" color="gray">{t('off')}</Badge>}
        </span>
        <Code className={classes.query}>{topic.query}</Code>
        <TopicHistoryState topic={topic} may={may} />
      </div>
      {may && (
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={onEdit} aria-label={t('editNamed', { name: topic.name })}>{t('edit')}</Button>
          <ConfirmButton
            label={t('delete')}
            title={t('deleteTitle', { name: topic.name })}
            text={t('deleteText')}
            confirm={t('delete')}
            pending={remove.isPending}
            onConfirm={() => remove.mutate(undefined, { onError: (error) => notice(t('deleteFailed'), error) })}
          />
        </div>
      )}
    </li>
  );
}
