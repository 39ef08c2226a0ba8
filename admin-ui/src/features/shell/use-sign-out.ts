import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { useProblemNotice } from '@/components/use-problem-notice';

/** Ends the session and loads the page anew, so that nothing of it stays in memory. */
export function useSignOut() {
  const { t } = useTranslation('shell');
  const notice = useProblemNotice();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/session')),
    onSuccess: () => window.location.assign('/sign-in'),
    onError: (error) => notice(t('user.signOutFailed'), error),
  });
}
