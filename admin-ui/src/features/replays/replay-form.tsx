import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/api/directory';
import { FormProblem } from '@/components/form-problem';
import { pageClasses } from '@/components/page';
import { fieldErrors } from '@/lib/problem';
import { useStartReplay } from './replay-queries';
import { toRequest, type ReplayFormValues } from './replay-span';
import classes from './replays.module.css';

const initialValues: ReplayFormValues = { from: '', to: '', channels: [], query: '' };

export function ReplayForm() {
  const { t } = useTranslation('replays');
  const navigate = useNavigate();
  const { data: channels = [] } = useQuery(channelsQuery);
  const start = useStartReplay();
  const form = useForm({ initialValues });
  const submit = form.onSubmit((values) =>
    start.mutate(toRequest(values), {
      onSuccess: ({ id }) => void navigate({ to: '/replays/$replayId', params: { replayId: id } }),
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <form onSubmit={submit} noValidate className={`${pageClasses.card} ${classes.form}`} aria-labelledby="replay-form">
      <h2 id="replay-form" className={classes.heading}>{t('form.title')}</h2>
      <FormProblem error={start.error} fields={Object.keys(initialValues)} />
      <div className={classes.fields}>
        <TextInput type="date" label={t('form.from')} max={form.values.to || undefined} {...form.getInputProps('from')} />
        <TextInput type="date" label={t('form.to')} min={form.values.from || undefined} {...form.getInputProps('to')} />
        <MultiSelect
          label={t('form.channels')}
          placeholder={form.values.channels.length === 0 ? t('form.channelsAll') : undefined}
          data={channels.map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          searchable={channels.length > 7}
          {...form.getInputProps('channels')}
        />
        <TextInput label={t('form.query')} placeholder={t('form.queryHelp')} maxLength={500} dir="auto" spellCheck={false} {...form.getInputProps('query')} />
      </div>
      <div className={classes.submit}>
        <p className={classes.quiet}>{t('form.dates')} {t('form.note')}</p>
        <Button type="submit" leftSection={<IconPlayerPlay size={16} aria-hidden />} loading={start.isPending}>{t('form.start')}</Button>
      </div>
    </form>
  );
}
