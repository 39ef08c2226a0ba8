import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/api/types';
import { FormProblem } from '@/components/form-problem';
import { linkSecret } from '@/lib/link-secret';
import { minPasswordLength } from '@/lib/password';
import { fieldErrors, isProblem } from '@/lib/problem';
import { AccessFrame } from './access-frame';
import { useAcceptInvitation } from './access-mutations';
import { invitationQuery } from './link-queries';
import { PasswordStrengthMeter } from './password-strength';

export function InvitationPage() {
  const { t } = useTranslation('access');
  const [token] = useState(linkSecret);
  const { data, error } = useQuery(invitationQuery(token));
  if (error) {
    return <AccessFrame title={t('invitation.gone')} text={isProblem(error, 404) ? t('invitation.goneText') : t('unreachable')}>{null}</AccessFrame>;
  }
  if (!data) return <AccessFrame title={t('invitation.loading')} text=""><Skeleton height={180} /></AccessFrame>;
  const text = t(data.hasAccount ? 'invitation.textKnown' : 'invitation.text', {
    by: data.invitedBy, role: t(`role.${data.role}`, { ns: 'common' }).toLocaleLowerCase(), email: data.email,
  });
  return (
    <AccessFrame title={t('invitation.title', { organisation: data.organisation })} text={text}>
      <AcceptanceForm token={token} invitation={data} />
    </AccessFrame>
  );
}

interface AcceptanceFormProps {
  token: string;
  invitation: Invitation;
}

function AcceptanceForm({ token, invitation }: AcceptanceFormProps) {
  const { t } = useTranslation('access');
  const router = useRouter();
  const accept = useAcceptInvitation();
  const known = invitation.hasAccount;
  const form = useForm({
    initialValues: { name: invitation.name ?? '', password: '' },
    validate: {
      name: (name) => (!known && name.trim() === '' ? t('required') : null),
      password: (password) =>
        !known && password.length < minPasswordLength ? t('strength.short', { count: minPasswordLength - password.length }) : isNotEmpty(t('required'))(password),
    },
  });
  const submit = form.onSubmit(({ name, password }) =>
    accept.mutate({ token, password, name: known ? null : name }, {
      onSuccess: () => router.history.replace('/inbox'),
      onError: (error) => form.setErrors(isProblem(error, 401) ? { password: t('invitation.wrong') } : fieldErrors(error)),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {!isProblem(accept.error, 401) && <FormProblem error={accept.error} fields={['name', 'password']} />}
        <TextInput label={t('setup.email')} type="email" value={invitation.email} readOnly autoComplete="username" />
        {!known && <TextInput label={t('setup.name')} description={t('setup.nameHelp')} autoComplete="name" autoFocus {...form.getInputProps('name')} />}
        <PasswordInput
          label={t(known ? 'invitation.password' : 'setup.password')}
          description={known ? undefined : t('setup.passwordHelp', { count: minPasswordLength })}
          autoComplete={known ? 'current-password' : 'new-password'}
          {...form.getInputProps('password')}
        />
        {!known && <PasswordStrengthMeter password={form.values.password} />}
        <Button type="submit" size="md" loading={accept.isPending}>{t('invitation.submit')}</Button>
      </Stack>
    </form>
  );
}
