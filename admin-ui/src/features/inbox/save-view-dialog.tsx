import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { FormProblem } from '@/components/form-problem';
import type { InboxFilters } from '@/lib/inbox-filters';
import { fieldErrors } from '@/lib/problem';
import { useViewChanges } from './view-queries';

interface SaveViewDialogProps {
  filters: InboxFilters;
  onClose: () => void;
}

export function SaveViewDialog({ filters, onClose }: SaveViewDialogProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const mayShare = useMay('routing.manage');
  const { save } = useViewChanges();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name: name.trim(), shared, filters }, {
      onSuccess: () => {
        notifications.show({ message: t('views.isSaved', { name: name.trim() }) });
        onClose();
      },
    });
  };
  return (
    <Modal opened onClose={onClose} title={t('views.saveTitle')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <form onSubmit={submit}>
        <FormProblem error={save.error} fields={['name']} />
        <TextInput
          data-autofocus
          label={t('views.name')}
          description={t('views.nameHelp')}
          maxLength={60}
          dir="auto"
          value={name}
          error={fieldErrors(save.error).name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {mayShare && <Checkbox mt="md" label={t('views.share')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>{t('save', { ns: 'common' })}</Button>
        </Group>
      </form>
    </Modal>
  );
}
