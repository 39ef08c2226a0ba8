import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isEmail, isNotEmpty, useForm } from '@mantine/form';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '@/components/form-problem';
import { minPasswordLength } from '@/lib/password';
import { fieldErrors } from '@/lib/problem';
import { AccessFrame } from './access-frame';
import { useSetup } from './access-mutations';
import { PasswordStrengthMeter } from './password-strength';

const fields = ['organisation', 'name', 'email', 'password'] as const;

export function SetupPage() {
  const { t } = useTranslation('access');
  const router = useRouter();
  const setup = useSetup();
  const form = useForm({
    initialValues: { organisation: '', name: '', email: '', password: '' },
    validate: {
      organisation: isNotEmpty(t('required')),
      name: isNotEmpty(t('required')),
      email: isEmail(t('invalidEmail')),
      password: (password) =>
        password.length < minPasswordLength ? t('strength.short', { count: minPasswordLength - password.length }) : null,
    },
  });
  const submit = form.onSubmit((values) =>
    setup.mutate(values, {
      onSuccess: () => router.history.replace('/inbox'),
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <AccessFrame title={t('setup.title')} text={t('setup.text')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem error={setup.error} fields={fields} />
          <TextInput label={t('setup.organisation')} description={t('setup.organisationHelp')} autoComplete="organization" autoFocus {...form.getInputProps('organisation')} />
          <TextInput label={t('setup.name')} description={t('setup.nameHelp')} autoComplete="name" {...form.getInputProps('name')} />
          <TextInput label={t('setup.email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
          <PasswordInput label={t('setup.password')} description={t('setup.passwordHelp', { count: minPasswordLength })} autoComplete="new-password" {...form.getInputProps('password')} />
          <PasswordStrengthMeter password={form.values.password} />
          <Button type="submit" size="md" loading={setup.isPending}>{t('setup.submit')}</Button>
        </Stack>
      </form>
    </AccessFrame>
  );
}
