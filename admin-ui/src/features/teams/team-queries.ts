import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Team, TeamChange } from '@/api/types';

export function useSaveTeam(id: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TeamChange): Promise<Team> =>
      id ? unwrap(api.PUT('/api/v1/teams/{id}', { params: { path: { id } }, body })) : unwrap(api.POST('/api/v1/teams', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.teams }),
  });
}

export function useDeleteTeam(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/teams/{id}', { params: { path: { id } } })),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.teams }), client.invalidateQueries({ queryKey: keys.conversations })]),
  });
}
