import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { useProblemNotice } from '@/components/use-problem-notice';

/** Merging and parting move accounts between customers, so that anything shown of customers or conversations may change. */
export function useMerges(id: string) {
  const { t } = useTranslation('customer');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const params = { path: { id } };
  const settled = (message: string, failed: string) => ({
    onSuccess: () => notifications.show({ message }),
    onSettled: () => Promise.all([
      client.invalidateQueries({ queryKey: keys.customers }),
      client.invalidateQueries({ queryKey: keys.conversations }),
    ]),
    onError: (error: Error) => notice(failed, error),
  });
  const merge = useMutation({
    mutationFn: (other: string) => unwrap(api.POST('/api/v1/customers/{id}/merge', { params, body: { other } })),
    ...settled(t('merge.done'), t('merge.failed')),
  });
  const undo = useMutation({
    mutationFn: (other: string) => unwrap(api.POST('/api/v1/customers/{id}/undo-merge', { params, body: { other } })),
    ...settled(t('merge.undone'), t('merge.undoFailed')),
  });
  return { merge, undo };
}
