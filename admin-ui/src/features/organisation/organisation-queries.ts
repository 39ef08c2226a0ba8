import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { OrganisationSettings, SessionInfo } from '@/api/types';

export const organisationQuery = queryOptions({
  queryKey: keys.organisation,
  queryFn: () => unwrap(api.GET('/api/v1/organisation')),
});

export function useChangeOrganisation() {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OrganisationSettings) => unwrap(api.PUT('/api/v1/organisation', { body })),
    onSuccess: (saved) => {
      client.setQueryData(keys.organisation, saved);
      client.setQueryData<SessionInfo>(keys.session, (session) => session && { ...session, tenant: { ...session.tenant, name: saved.name, timeZone: saved.timeZone } });
      notifications.show({ message: t('saved') });
    },
  });
}
