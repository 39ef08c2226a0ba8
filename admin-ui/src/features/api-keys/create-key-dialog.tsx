import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/api/types';
import { CopyField } from '@/components/copy-field';
import { FormProblem } from '@/components/form-problem';
import { fieldErrors } from '@/lib/problem';
import { useCreateApiKey } from './api-key-queries';

const roles: readonly Role[] = ['viewer', 'agent', 'lead', 'admin'];

interface CreateKeyDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function CreateKeyDialog({ opened, onClose }: CreateKeyDialogProps) {
  const { t } = useTranslation('apiKeys');
  const create = useCreateApiKey();
  const form = useForm({
    initialValues: { name: '', role: 'viewer' as Role },
    validate: { name: isNotEmpty(t('required')) },
  });
  const close = () => {
    onClose();
    create.reset();
    form.reset();
  };
  const submit = form.onSubmit((values) =>
    create.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  const created = create.data;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={created ? t('created') : t('createTitle')}
      closeOnClickOutside={!created}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}
    >
      {created ? (
        <Stack>
          <Text>{t('createdText')}</Text>
          <CopyField label={t('key')} value={created.key} />
          <Button onClick={close}>{t('done')}</Button>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <FormProblem error={create.error} fields={['name', 'role']} />
            <TextInput label={t('name')} description={t('nameHelp')} placeholder={t('namePlaceholder')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
            <Select
              label={t('role')}
              description={t('roleHelp')}
              allowDeselect={false}
              data={roles.map((role) => ({ value: role, label: t(`role.${role}`, { ns: 'common' }) }))}
              {...form.getInputProps('role')}
            />
            <Button type="submit" loading={create.isPending}>{t('submit')}</Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
