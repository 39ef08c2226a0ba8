import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Rule, RuleCondition, RuleRequest } from '@/api/types';

export const rulesQuery = queryOptions({
  queryKey: keys.rules,
  queryFn: async () => (await unwrap(api.GET('/api/v1/rules'))).items,
});

export const rulePreviewQuery = (conditions: RuleCondition[]) =>
  queryOptions({
    queryKey: keys.rulePreview(conditions),
    queryFn: () => unwrap(api.POST('/api/v1/rules/preview', { body: { conditions } })),
    retry: false,
    staleTime: 30_000,
  });

export function useSaveRule(id: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RuleRequest): Promise<Rule> =>
      id ? unwrap(api.PUT('/api/v1/rules/{id}', { params: { path: { id } }, body })) : unwrap(api.POST('/api/v1/rules', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.rules }),
  });
}

export function useDeleteRule(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/rules/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.rules }),
  });
}

export function useOrderRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: string[]) => (await unwrap(api.PUT('/api/v1/rules/order', { body: { ids } }))).items,
    onSuccess: (rules) => client.setQueryData(keys.rules, rules),
    onError: () => client.invalidateQueries({ queryKey: keys.rules }),
  });
}
