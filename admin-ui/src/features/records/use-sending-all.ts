import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { useProblemNotice } from '@/components/use-problem-notice';

export function useSendingAll(id: string) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const params = { path: { id } };
  const settled = {
    onSettled: () => client.invalidateQueries({ queryKey: keys.recordSystems }),
    onError: (error: Error) => notice(t('actions.failed'), error),
  };
  const start = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/systems-of-record/{id}/send-all', { params })), ...settled });
  const stop = useMutation({ mutationFn: () => unwrap(api.DELETE('/api/v1/systems-of-record/{id}/send-all', { params })), ...settled });
  return { start, stop };
}
