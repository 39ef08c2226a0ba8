import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { setupQuery } from '@/api/session';
import { Callout } from '@/components/callout';
import { FormProblem } from '@/components/form-problem';
import { isProblem } from '@/lib/problem';
import { AccessFrame } from './access-frame';
import { useSignIn } from './access-mutations';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation('access');
  const router = useRouter();
  const { from } = route.useSearch();
  const signIn = useSignIn();
  const { data: setup } = useQuery(setupQuery);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: isNotEmpty(t('required')), password: isNotEmpty(t('required')) },
  });
  const submit = form.onSubmit((values) =>
    signIn.mutate(values, { onSuccess: () => router.history.replace(from ?? '/inbox') }),
  );
  const refused = isProblem(signIn.error, 401) ? t('signIn.wrong') : isProblem(signIn.error, 429) ? t('signIn.locked') : null;
  return (
    <AccessFrame title={t('signIn.title')} text={t('signIn.text')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {refused ? <Callout tone="bad" role="alert">{refused}</Callout> : <FormProblem error={signIn.error} fields={[]} />}
          <TextInput label={t('signIn.email')} type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} key={form.key('email')} />
          <PasswordInput label={t('signIn.password')} autoComplete="current-password" {...form.getInputProps('password')} key={form.key('password')} />
          <Button type="submit" size="md" loading={signIn.isPending}>{t('signIn.submit')}</Button>
          {setup?.canMail
            ? <Anchor size="sm" renderRoot={(props) => <Link to="/forgot-password" {...props} />}>{t('signIn.forgotLink')}</Anchor>
            : <Text size="sm" c="dimmed">{t('signIn.forgot')}</Text>}
        </Stack>
      </form>
    </AccessFrame>
  );
}
