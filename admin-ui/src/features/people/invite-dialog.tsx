import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { isEmail, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import type { Role } from '@/api/types';
import { CopyField } from '@/components/copy-field';
import { FormProblem } from '@/components/form-problem';
import { fieldErrors } from '@/lib/problem';
import { rolesUpTo } from '@/lib/roles';
import { useInvite } from './people-queries';

interface InviteDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  const { t } = useTranslation('people');
  const { role } = useSession();
  const invite = useInvite();
  const form = useForm({
    initialValues: { email: '', name: '', role: 'agent' as Role },
    validate: { email: isEmail(t('invalidEmail')) },
  });
  const close = () => {
    onClose();
    invite.reset();
    form.reset();
  };
  const submit = form.onSubmit((values) =>
    invite.mutate({ ...values, name: values.name || null }, { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  return (
    <Modal
      opened={opened} onClose={close} title={invite.data ? t('invited', { email: invite.data.invitation.email }) : t('inviteTitle')}
      closeOnClickOutside={!invite.data} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}
    >
      {invite.data ? (
        <Stack>
          <Text>{invite.data.mailed ? t('invitedMailed', { email: invite.data.invitation.email }) : t('invitedText')}</Text>
          <CopyField label={t('link')} value={invite.data.link} />
          <Button onClick={close}>{t('done')}</Button>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <FormProblem error={invite.error} fields={['email', 'name', 'role']} />
            <TextInput label={t('email')} type="email" data-autofocus {...form.getInputProps('email')} />
            <TextInput label={t('name')} description={t('nameHelp')} maxLength={100} {...form.getInputProps('name')} />
            <Select
              label={t('role')} description={t(`roleHelp.${form.values.role}`)} allowDeselect={false}
              data={rolesUpTo(role).map((one) => ({ value: one, label: t(`role.${one}`, { ns: 'common' }) }))}
              {...form.getInputProps('role')}
            />
            <Button type="submit" loading={invite.isPending}>{t('makeLink')}</Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
