import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Plugin } from '@/api/types';
import { ErrorState } from '@/components/error-state';
import { RowSkeletons } from '@/components/row-skeletons';
import { SettingsForm } from '@/components/settings/settings-form';
import { initialValues } from '@/components/settings/setting-values';
import { pluginSettingsQuery, useSavePluginSettings } from './plugin-queries';
import classes from './plugins.module.css';

interface PluginSettingsDialogProps {
  plugin: Plugin;
  onClose: () => void;
}

/** The plugin's own settings, by the form that it brings. */
export function PluginSettingsDialog({ plugin, onClose }: PluginSettingsDialogProps) {
  const { t } = useTranslation('plugins');
  // What was typed is not replaced by what another admin saves meanwhile; each opening reads anew.
  const query = useQuery({ ...pluginSettingsQuery(plugin.id), gcTime: 0, staleTime: Infinity });
  const save = useSavePluginSettings(plugin.id);
  const submit = (settings: Record<string, unknown>) =>
    save.mutate(settings, { onSuccess: () => { notifications.show({ message: t('settings.saved'), color: 'teal' }); onClose(); } });
  return (
    <Modal opened onClose={onClose} size={554} title={t('settings.title', { name: plugin.name })} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <p className={classes.dialogText}>{t('settings.text')}</p>
      {query.isPending && <RowSkeletons rows={3} />}
      {query.error && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <SettingsForm
          fields={query.data.fields}
          initial={{ name: '', settings: initialValues(query.data.fields, query.data.settings) }}
          secretsSet={query.data.secretsSet}
          submitLabel={t('save', { ns: 'common' })}
          pending={save.isPending}
          error={save.error}
          onSubmit={({ settings }) => submit(settings)}
        />
      )}
    </Modal>
  );
}
