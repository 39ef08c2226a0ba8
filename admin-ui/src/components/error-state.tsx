import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemText } from './problem-text';
import { StateMessage } from './state-message';

interface ErrorStateProps {
  error: unknown;
  onRetry: () => void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('common');
  return (
    <StateMessage
      role="alert"
      icon={<IconCloudOff size={22} />}
      title={t('error.title')}
      text={problemText(t, error)}
      actions={<Button variant="default" onClick={onRetry}>{t('retry')}</Button>}
    />
  );
}
