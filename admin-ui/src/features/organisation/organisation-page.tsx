import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrganisationSettings } from '@/api/types';
import { ErrorState } from '@/components/error-state';
import { FormProblem } from '@/components/form-problem';
import { Page } from '@/components/page';
import { RowSkeletons } from '@/components/row-skeletons';
import { fieldErrors } from '@/lib/problem';
import { organisationQuery, useChangeOrganisation } from './organisation-queries';

const most = 5;
const points = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

export function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const { data, error, refetch } = useQuery(organisationQuery);
  return (
    <Page title={t('title')} text={t('text')}>
      {data ? <SettingsForm settings={data} /> : error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <RowSkeletons />}
    </Page>
  );
}

function SettingsForm({ settings }: { settings: OrganisationSettings }) {
  const { t } = useTranslation('organisation');
  const change = useChangeOrganisation();
  const zones = [...new Set(['UTC', settings.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  const form = useForm({
    initialValues: { name: settings.name, timeZone: settings.timeZone, guidelines: settings.guidelines.join('\n') },
    validate: {
      name: isNotEmpty(t('required')),
      guidelines: (text) => (points(text).length > most ? t('tooMany', { count: most }) : null),
    },
  });
  const submit = form.onSubmit((values) =>
    change.mutate({ ...values, guidelines: points(values.guidelines) }, {
      onSuccess: () => form.resetDirty(),
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={560}>
        <FormProblem error={change.error} fields={['name', 'timeZone', 'guidelines']} />
        <TextInput label={t('name')} maxLength={200} {...form.getInputProps('name')} />
        <Select label={t('timeZone')} description={t('timeZoneHelp')} data={zones} searchable allowDeselect={false} limit={60} {...form.getInputProps('timeZone')} />
        <Textarea label={t('guidelines')} description={t('guidelinesHelp', { count: most })} autosize minRows={5} maxRows={10} {...form.getInputProps('guidelines')} />
        <Group><Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>{t('save')}</Button></Group>
      </Stack>
    </form>
  );
}
