import { Button, Modal, PasswordInput, Stack } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { FormProblem } from '@/components/form-problem';
import { minPasswordLength } from '@/lib/password';
import { fieldErrors } from '@/lib/problem';

interface PasswordDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function PasswordDialog({ opened, onClose }: PasswordDialogProps) {
  const { t } = useTranslation('shell');
  const change = useMutation({
    mutationFn: (body: { current: string; password: string }) => unwrap(api.PUT('/api/v1/session/password', { body })),
    gcTime: 0,
  });
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: isNotEmpty(t('password.required')),
      password: (password) => (password.length < minPasswordLength ? t('password.short', { count: minPasswordLength }) : null),
    },
  });
  const close = () => {
    onClose();
    form.reset();
    change.reset();
  };
  const submit = form.onSubmit((values) =>
    change.mutate(values, {
      onSuccess: () => {
        close();
        notifications.show({ message: t('password.changed') });
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <Modal opened={opened} onClose={close} title={t('password.title')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormProblem error={change.error} fields={['current', 'password']} />
          <PasswordInput label={t('password.current')} autoComplete="current-password" data-autofocus {...form.getInputProps('current')} />
          <PasswordInput label={t('password.new')} description={t('password.help')} autoComplete="new-password" {...form.getInputProps('password')} />
          <Button type="submit" loading={change.isPending}>{t('password.submit')}</Button>
        </Stack>
      </form>
    </Modal>
  );
}
