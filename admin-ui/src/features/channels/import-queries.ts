import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Import, ImportPreview } from '@/api/types';

const previewBytes = 256 * 1024;
const pollMs = 1_000;

export const isRunning = (item: Import) => item.finishedAt === null;

export const importsQuery = (channelId: string) =>
  queryOptions({
    queryKey: keys.imports(channelId),
    queryFn: async () => (await unwrap(api.GET('/api/v1/channels/{id}/imports', { params: { path: { id: channelId } } }))).items,
    refetchInterval: (query) => (query.state.data?.some(isRunning) ? pollMs : false),
  });

export const importErrorsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.importErrors(id),
    queryFn: () => unwrap(api.GET('/api/v1/imports/{id}/errors', { params: { path: { id }, query: { limit: 50 } } })),
  });

export interface StartRequest {
  file: File;
  format: string;
  columns: Record<string, string>;
  resolveOlderThanDays: string;
}

const form = (fields: Record<string, string>, file: Blob, name: string) => {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  data.append('file', file, name);
  return data;
};

// The form is streamed as it is: its description in the API names fields that are not JSON.
const asBody = (data: FormData) => ({ body: data as never, bodySerializer: () => data });

export function useImports(channelId: string) {
  const client = useQueryClient();
  const params = { path: { id: channelId } };
  const refetch = () => client.invalidateQueries({ queryKey: keys.imports(channelId) });

  const preview = useMutation({
    mutationFn: (file: File): Promise<ImportPreview> => {
      const beginning = form({ partial: String(file.size > previewBytes) }, file.slice(0, previewBytes), file.name);
      return unwrap(api.POST('/api/v1/channels/{id}/imports/preview', { params, ...asBody(beginning) }));
    },
  });
  const start = useMutation({
    mutationFn: ({ file, format, columns, resolveOlderThanDays }: StartRequest) =>
      unwrap(
        api.POST('/api/v1/channels/{id}/imports', {
          params,
          ...asBody(form({ mapping: JSON.stringify({ format, columns }), resolveOlderThanDays }, file, file.name)),
        }),
      ),
    onSettled: refetch,
  });
  const cancel = useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/imports/{id}/cancel', { params: { path: { id } } })),
    onSettled: refetch,
  });
  return { preview, start, cancel };
}
