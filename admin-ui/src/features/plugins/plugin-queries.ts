import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { useProblemNotice } from '@/components/use-problem-notice';

export const pluginsQuery = queryOptions({
  queryKey: keys.plugins,
  queryFn: async () => (await unwrap(api.GET('/api/v1/plugins'))).items,
});

export const pluginSettingsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.pluginSettings(id),
    queryFn: () => unwrap(api.GET('/api/v1/plugins/{id}/settings', { params: { path: { id } } })),
  });

export function useSavePluginSettings(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: Record<string, unknown>) =>
      unwrap(api.PUT('/api/v1/plugins/{id}/settings', { params: { path: { id } }, body: { settings } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.plugins }),
  });
}

export function usePluginState(id: string) {
  const { t } = useTranslation('plugins');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const params = { path: { id } };
  return useMutation({
    mutationFn: (run: boolean) =>
      unwrap(run ? api.POST('/api/v1/plugins/{id}/start', { params }) : api.POST('/api/v1/plugins/{id}/stop', { params })),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.connectors });
      void client.invalidateQueries({ queryKey: keys.channels });
      return client.invalidateQueries({ queryKey: keys.plugins });
    },
    onError: (error) => notice(t('failed'), error),
  });
}
