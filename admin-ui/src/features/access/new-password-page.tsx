import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '@/components/form-problem';
import { linkSecret } from '@/lib/link-secret';
import { minPasswordLength } from '@/lib/password';
import { fieldErrors, isProblem } from '@/lib/problem';
import { AccessFrame } from './access-frame';
import { useNewPassword } from './access-mutations';
import { passwordResetQuery } from './link-queries';
import { PasswordStrengthMeter } from './password-strength';

export function NewPasswordPage() {
  const { t } = useTranslation('access');
  const [token] = useState(linkSecret);
  const { data, error } = useQuery(passwordResetQuery(token));
  if (error) {
    return <AccessFrame title={t('newPassword.gone')} text={isProblem(error, 404) ? t('newPassword.goneText') : t('unreachable')}>{null}</AccessFrame>;
  }
  if (!data) return <AccessFrame title={t('newPassword.title')} text=""><Skeleton height={180} /></AccessFrame>;
  return (
    <AccessFrame title={t('newPassword.title')} text={t('newPassword.text', { name: data.name })}>
      <NewPasswordForm token={token} email={data.email} />
    </AccessFrame>
  );
}

function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('access');
  const router = useRouter();
  const save = useNewPassword();
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (password) =>
        password.length < minPasswordLength ? t('strength.short', { count: minPasswordLength - password.length }) : null,
    },
  });
  const submit = form.onSubmit(({ password }) =>
    save.mutate({ token, password }, {
      onSuccess: () => router.history.replace('/inbox'),
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={save.error} fields={['password']} />
        <TextInput label={t('setup.email')} type="email" value={email} readOnly autoComplete="username" />
        <PasswordInput label={t('newPassword.password')} description={t('setup.passwordHelp', { count: minPasswordLength })} autoComplete="new-password" autoFocus {...form.getInputProps('password')} />
        <PasswordStrengthMeter password={form.values.password} />
        <Button type="submit" size="md" loading={save.isPending}>{t('newPassword.submit')}</Button>
      </Stack>
    </form>
  );
}
