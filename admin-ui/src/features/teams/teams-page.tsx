import { Badge, Button, Group, Modal, MultiSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery, teamsQuery } from '@/api/directory';
import { useMay } from '@/api/session';
import type { Team } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { FormProblem } from '@/components/form-problem';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { useProblemNotice } from '@/components/use-problem-notice';
import { fieldErrors } from '@/lib/problem';
import { useDeleteTeam, useSaveTeam } from './team-queries';
import classes from './teams.module.css';

export function TeamsPage() {
  const { t } = useTranslation('teams');
  const may = useMay('routing.manage');
  const query = useQuery(teamsQuery);
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  return (
    <Page
      title={t('title')}
      text={t('text')}
      actions={may && <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>{t('create')}</Button>}
    >
      <QueryList query={query} empty={<StateMessage icon={<IconUsersGroup size={22} />} title={t('title')} text={t('text')} />}>
        {(teams) => (
          <ul className={pageClasses.rows}>
            {teams.map((team) => <TeamRow key={team.id} team={team} may={may} onEdit={() => setEdited(team)} />)}
          </ul>
        )}
      </QueryList>
      {edited && <TeamDialog team={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

interface TeamRowProps {
  team: Team;
  may: boolean;
  onEdit: () => void;
}

function TeamRow({ team, may, onEdit }: TeamRowProps) {
  const { t } = useTranslation('teams');
  const { data: members = [] } = useQuery(membersQuery);
  const notice = useProblemNotice();
  const remove = useDeleteTeam(team.id);
  const names = members.filter(({ id }) => (team.members ?? []).includes(id)).map(({ name }) => name);
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <bdi className={classes.name}>{team.name}</bdi> {team.isDefault && <Badge size="sm" variant="light">{t('default')}</Badge>}
        <div className={classes.quiet}>{names.length ? <bdi>{names.join(', ')}</bdi> : t('nobody')}</div>
      </div>
      {may && <Button size="xs" variant="default" onClick={onEdit} aria-label={t('editNamed', { name: team.name })}>{t('edit')}</Button>}
      {may && !team.isDefault && (
        <ConfirmButton
          label={t('delete')}
          title={t('deleteTitle', { name: team.name })}
          text={t('deleteText')}
          confirm={t('delete')}
          pending={remove.isPending}
          onConfirm={() => remove.mutate(undefined, { onError: (error) => notice(t('deleteFailed'), error) })}
        />
      )}
    </li>
  );
}

function TeamDialog({ team, onClose }: { team: Team | undefined; onClose: () => void }) {
  const { t } = useTranslation('teams');
  const { data: people = [] } = useQuery(membersQuery);
  const save = useSaveTeam(team?.id);
  const form = useForm({ initialValues: { name: team?.name ?? '', members: team?.members ?? [], isDefault: team?.isDefault ?? false } });
  const close = () => { if (!form.isDirty() || window.confirm(t('discard'))) onClose(); };
  const submit = form.onSubmit(({ members, ...values }) =>
    save.mutate({ ...values, members: members.filter((id) => people.some((person) => person.id === id)) }, {
      onSuccess: () => { notifications.show({ message: t('saved') }); onClose(); },
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <Modal opened onClose={close} title={team ? t('editTitle') : t('create')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormProblem error={save.error} fields={['name', 'members']} />
          <TextInput label={t('name')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <MultiSelect
            label={t('members')}
            description={t('membersHelp')}
            searchable
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('members')}
          />
          <Switch label={t('isDefault')} description={t('isDefaultHelp')} disabled={team?.isDefault} {...form.getInputProps('isDefault', { type: 'checkbox' })} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>{t('cancel', { ns: 'common' })}</Button>
            <Button type="submit" loading={save.isPending}>{t('save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
