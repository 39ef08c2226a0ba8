import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import { useSession } from '@/api/session';
import { useProblemNotice } from '@/components/use-problem-notice';

const ownTenantsQuery = queryOptions({
  queryKey: keys.ownTenants,
  queryFn: async () => (await unwrap(api.GET('/api/v1/session/tenants'))).items,
  staleTime: 5 * 60_000,
});

/** For people who work in several organisations; nothing for everybody else. */
export function TenantChoice() {
  const { t } = useTranslation('shell');
  const { tenant } = useSession();
  const { data = [] } = useQuery(ownTenantsQuery);
  const notice = useProblemNotice();
  const choose = useMutation({
    mutationFn: (id: string) => unwrap(api.PUT('/api/v1/session/tenant', { body: { tenant: id } })),
    // Nothing of the organisation before may stay: the page starts anew.
    onSuccess: () => window.location.assign('/'),
    onError: (error) => notice(t('user.switchFailed'), error),
  });
  if (data.length < 2) return null;
  return (
    <>
      <Menu.Label>{t('user.organisations')}</Menu.Label>
      {data.map((one) => (
        <Menu.Item key={one.id} disabled={one.id === tenant.id} rightSection={one.id === tenant.id ? <IconCheck size={16} /> : null} onClick={() => choose.mutate(one.id)}>
          <bdi>{one.name}</bdi>
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
