import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateMessage } from './state-message';

export function NotFound() {
  const { t } = useTranslation('common');
  return (
    <StateMessage
      icon={<IconMapOff size={22} />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      actions={<Button component={Link} to="/inbox">{t('notFound.home')}</Button>}
    />
  );
}
