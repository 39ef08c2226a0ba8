import { ActionIcon, Button, Group, Modal, TextInput, Tooltip } from '@mantine/core';
import { IconArrowUp, IconCheck, IconFilterCheck, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';
import type { InboxFilters } from '@/lib/inbox-filters';
import classes from './inbox.module.css';
import { filtersOf, useViewChanges } from './view-queries';

interface ManageViewsDialogProps {
  filters: InboxFilters;
  views: SavedView[];
  onClose: () => void;
}

/** Names, filters and the order of the views that the person may change; deleting asks once more in its place. */
export function ManageViewsDialog({ filters, views, onClose }: ManageViewsDialogProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const own = views.filter((view) => view.mayChange);
  return (
    <Modal opened onClose={onClose} title={t('views.manageTitle')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <ul className={classes.manage}>
        {own.map((view, i) => <ViewRow key={view.id} view={view} before={own[i - 1]} views={own} filters={filters} />)}
      </ul>
      <Group justify="flex-end" mt="lg"><Button onClick={onClose}>{t('close', { ns: 'common' })}</Button></Group>
    </Modal>
  );
}

interface ViewRowProps {
  view: SavedView;
  before: SavedView | undefined;
  views: SavedView[];
  filters: InboxFilters;
}

function ViewRow({ view, before, views, filters }: ViewRowProps) {
  const { t } = useTranslation('inbox');
  const notice = useProblemNotice();
  const { save, remove, order } = useViewChanges();
  const [name, setName] = useState(view.name);
  const [asked, setAsked] = useState(false);
  const change = (next: { name: string; filters: InboxFilters }) =>
    save.mutate({ id: view.id, shared: view.shared, ...next }, { onError: (error) => notice(t('views.notSaved'), error) });
  const up = () => {
    const ids = views.map(({ id }) => id);
    const place = ids.indexOf(view.id);
    ids.splice(place - 1, 2, view.id, ids[place - 1] ?? view.id);
    order.mutate(ids);
  };
  return (
    <li className={classes.manageRow}>
      <TextInput size="xs" dir="auto" maxLength={60} aria-label={t('views.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      {name.trim() !== view.name && name.trim() !== '' && (
        <Act label={t('views.rename')} onClick={() => change({ name: name.trim(), filters: filtersOf(view) })}><IconCheck size={16} /></Act>
      )}
      <Act label={t('views.useFilters')} onClick={() => change({ name: view.name, filters })}><IconFilterCheck size={16} /></Act>
      {before?.shared === view.shared && <Act label={t('views.up')} onClick={up}><IconArrowUp size={16} /></Act>}
      {asked
        ? <Button size="compact-xs" color="red" loading={remove.isPending} onClick={() => remove.mutate(view.id)}>{t('views.delete')}</Button>
        : <Act label={t('views.deleteAsk', { name: view.name })} onClick={() => setAsked(true)}><IconTrash size={16} /></Act>}
    </li>
  );
}

function Act({ label, onClick, children }: { label: string; onClick: () => void; children: React.ReactNode }) {
  return <Tooltip label={label}><ActionIcon size="md" variant="subtle" color="gray" aria-label={label} onClick={onClick}>{children}</ActionIcon></Tooltip>;
}
