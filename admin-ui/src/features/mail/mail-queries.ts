import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';

export const mailQuery = queryOptions({
  queryKey: keys.mail,
  queryFn: () => unwrap(api.GET('/api/v1/mail')),
  refetchInterval: 10_000,
});

export function useMailActions() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.mail });
  const test = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/mail/test')), onSettled });
  const retry = useMutation({ mutationFn: (id: string) => unwrap(api.POST('/api/v1/mail/{id}/retry', { params: { path: { id } } })), onSettled });
  const discard = useMutation({ mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/mail/{id}', { params: { path: { id } } })), onSettled });
  return { test, retry, discard };
}
