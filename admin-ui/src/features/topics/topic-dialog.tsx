import { Button, ColorInput, Group, Modal, SegmentedControl, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Topic } from '@/api/types';
import { FormProblem } from '@/components/form-problem';
import { fieldErrors } from '@/lib/problem';
import { useSaveTopic } from './topic-queries';
import { TopicPreview } from './topic-preview';

const fields = ['name', 'query', 'key', 'color'];
const kinds = ['subject', 'brand', 'competitor'] as const;

interface TopicDialogProps {
  topic: Topic | undefined;
  onClose: () => void;
}

export function TopicDialog({ topic, onClose }: TopicDialogProps) {
  const { t } = useTranslation('topics');
  const save = useSaveTopic(topic?.id);
  const form = useForm({
    initialValues: {
      name: topic?.name ?? '', query: topic?.query ?? '', kind: topic?.kind ?? 'subject', color: topic?.color ?? '', enabled: topic?.enabled ?? true,
    },
  });
  const [query] = useDebouncedValue(form.values.query, 400);
  const close = () => {
    // What was written is not thrown away by a stray click.
    if (!form.isDirty() || window.confirm(t('discard', { ns: 'topics' }))) onClose();
  };
  const submit = form.onSubmit(({ color, ...values }) =>
    save.mutate({ ...values, color: color || null }, {
      onSuccess: () => { notifications.show({ message: t('saved') }); onClose(); },
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <Modal opened onClose={close} size="lg" title={topic ? t('editTitle') : t('createTitle')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormProblem error={save.error} fields={fields} />
          <TextInput label={t('name')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <Textarea label={t('query')} description={t('queryHelp')} autosize minRows={2} maxLength={2000} dir="auto" spellCheck={false} {...form.getInputProps('query')} />
          <TopicPreview query={query} />
          <SegmentedControl aria-label={t('kindLabel')} data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} {...form.getInputProps('kind')} />
          <ColorInput label={t('color')} format="hex" {...form.getInputProps('color')} />
          <Switch label={t('enabled')} description={t('enabledHelp')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>{t('cancel', { ns: 'common' })}</Button>
            <Button type="submit" loading={save.isPending}>{t('save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
