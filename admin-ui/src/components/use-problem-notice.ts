import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from './problem-text';

/** Shows that an action failed and why; for actions without a form of their own. */
export function useProblemNotice() {
  const { t } = useTranslation('common');
  return useCallback(
    (title: string, error: unknown) => {
      notifications.show({ color: 'red', title, message: problemText(t, error), autoClose: 8_000 });
    },
    [t],
  );
}
