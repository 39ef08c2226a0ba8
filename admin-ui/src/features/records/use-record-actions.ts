import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { FieldMapping, RecordSystem } from '@/api/types';
import type { SettingsFormValues } from '@/components/settings/settings-form';
import { useProblemNotice } from '@/components/use-problem-notice';

export function useRecordActions(system: RecordSystem) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const navigate = useNavigate();
  const notice = useProblemNotice();
  const params = { path: { id: system.id } };
  const refetch = async () => {
    await client.invalidateQueries({ queryKey: keys.recordSystems });
    await client.invalidateQueries({ queryKey: keys.recordDeliveries(system.id) });
  };
  const onError = (error: Error) => notice(t('actions.failed'), error);
  const settled = { onSettled: refetch, onError };
  const change = (body: { name?: string; enabled?: boolean; settings?: Record<string, unknown>; mapping?: FieldMapping }) =>
    unwrap(api.PUT('/api/v1/systems-of-record/{id}', { params, body: { name: system.name, enabled: system.enabled, ...body } }));
  const saved = async () => {
    notifications.show({ message: t('actions.saved'), color: 'teal' });
    await refetch();
  };

  const check = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/systems-of-record/{id}/check', { params })), onError });
  const enable = useMutation({ mutationFn: (enabled: boolean) => change({ enabled }), ...settled });
  const resume = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/systems-of-record/{id}/resume', { params })), ...settled });
  const pull = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/systems-of-record/{id}/pull', { params })), ...settled });
  const rotate = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/systems-of-record/{id}/rotate-secret', { params })), onError });
  const redeliverFailed = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/systems-of-record/{id}/deliveries/redeliver-failed', { params })), ...settled });
  const redeliver = useMutation({
    mutationFn: (deliveryId: string) => unwrap(api.POST('/api/v1/systems-of-record/{id}/deliveries/{deliveryId}/redeliver', { params: { path: { id: system.id, deliveryId } } })),
    ...settled,
  });
  const saveSettings = useMutation({ mutationFn: (values: SettingsFormValues) => change(values), onSuccess: saved });
  const saveMapping = useMutation({ mutationFn: (mapping: FieldMapping) => change({ mapping }), onSuccess: saved });
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/systems-of-record/{id}', { params })),
    onSuccess: async () => {
      notifications.show({ message: t('actions.deleted') });
      await navigate({ to: '/systems-of-record' });
      client.removeQueries({ queryKey: keys.recordSystem(system.id) });
      await refetch();
    },
    onError,
  });
  return { check, enable, resume, pull, rotate, redeliver, redeliverFailed, saveSettings, saveMapping, remove };
}
