import { useTranslation } from 'react-i18next';
import { SettingsForm, type SettingsFormProps } from '@/components/settings/settings-form';

export type { SettingsFormValues as ChannelFormValues } from '@/components/settings/settings-form';

/** A channel's name and its connector's settings. */
export function ChannelForm(props: Omit<SettingsFormProps, 'name'>) {
  const { t } = useTranslation('channels');
  return <SettingsForm {...props} name={{ label: t('new.name'), help: t('new.nameHelp'), placeholder: t('new.namePlaceholder') }} />;
}
