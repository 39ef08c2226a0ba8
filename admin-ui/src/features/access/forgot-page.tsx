import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { isEmail, useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Callout } from '@/components/callout';
import { FormProblem } from '@/components/form-problem';
import { fieldErrors, isProblem } from '@/lib/problem';
import { AccessFrame } from './access-frame';
import { useForgotPassword } from './access-mutations';

export function ForgotPage() {
  const { t } = useTranslation('access');
  const ask = useForgotPassword();
  const form = useForm({ initialValues: { email: '' }, validate: { email: isEmail(t('invalidEmail')) } });
  const submit = form.onSubmit((values) => ask.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }));
  const back = <Anchor size="sm" renderRoot={(props) => <Link to="/sign-in" {...props} />}>{t('forgot.back')}</Anchor>;
  if (ask.isSuccess) return <AccessFrame title={t('forgot.sent')} text={t('forgot.sentText', { email: ask.variables.email })}>{back}</AccessFrame>;
  return (
    <AccessFrame title={t('forgot.title')} text={t('forgot.text')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {isProblem(ask.error, 429) ? <Callout tone="warn" role="alert">{t('forgot.tooMany')}</Callout> : <FormProblem error={ask.error} fields={['email']} />}
          <TextInput label={t('signIn.email')} type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} />
          <Button type="submit" size="md" loading={ask.isPending}>{t('forgot.submit')}</Button>
          {back}
        </Stack>
      </form>
    </AccessFrame>
  );
}
