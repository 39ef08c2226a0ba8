import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function PagePending() {
  const { t } = useTranslation('common');
  return <Center h="100%" mih="12rem"><Loader size="sm" aria-label={t('loading')} /></Center>;
}
