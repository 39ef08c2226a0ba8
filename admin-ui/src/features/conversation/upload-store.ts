import { useCallback, useSyncExternalStore } from 'react';
import { api } from '@/api/client';
import type { Attachment } from '@/api/types';
import { uploadFile } from '@/api/upload';
import type { DraftMode } from '@/lib/drafts';
import { isProblem } from '@/lib/problem';

/** A file on its way to the server, or there, or refused. */
export interface Upload {
  key: string;
  name: string;
  size: number;
  type: string;
  progress: number;
  attachment: Attachment | null;
  error: string | null;
  cancel: AbortController;
}

const uploads = new Map<string, readonly Upload[]>();
const listeners = new Set<() => void>();
const none: readonly Upload[] = [];
let made = 0;

const place = (conversationId: string, mode: DraftMode) => `${mode}:${conversationId}`;

function put(at: string, next: readonly Upload[]) {
  uploads.set(at, next);
  listeners.forEach((listener) => listener());
}

const change = (at: string, key: string, to: Partial<Upload>) =>
  put(at, (uploads.get(at) ?? none).map((upload) => (upload.key === key ? { ...upload, ...to } : upload)));

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function send(at: string, conversationId: string, key: string, file: File, signal: AbortSignal, failed: string) {
  try {
    const path = `/api/v1/conversations/${conversationId}/attachments`;
    const attachment = await uploadFile<Attachment>(path, file, (progress) => change(at, key, { progress }), signal);
    change(at, key, { attachment, progress: 1 });
  } catch (error) {
    change(at, key, { error: isProblem(error) && !error.unreachable ? (error.errors.file?.[0] ?? error.message) : failed });
  }
}

/** Whether the media type is among those; `image/*` stands for all images, an empty list for everything. */
export const takesType = (types: readonly string[], type: string) =>
  types.length === 0 || types.some((entry) => (entry.endsWith('/*') ? type.startsWith(entry.slice(0, -1)) : entry === type));

/** The files beside a text that is being written; like it, they outlive a look at another conversation. */
export function useUploads(conversationId: string, mode: DraftMode) {
  const at = place(conversationId, mode);
  const list = useSyncExternalStore(subscribe, () => uploads.get(at) ?? none);
  const add = useCallback(
    (files: readonly File[], check: (file: File) => string | null, failed: string) => {
      for (const file of files) {
        const key = `upload-${++made}`;
        const cancel = new AbortController();
        const error = check(file);
        const upload: Upload = { key, name: file.name, size: file.size, type: file.type, progress: 0, attachment: null, error, cancel };
        put(at, [...(uploads.get(at) ?? none), upload]);
        if (error === null) void send(at, conversationId, key, file, cancel.signal, failed);
      }
    },
    [at, conversationId],
  );
  const remove = useCallback(
    ({ key, attachment, cancel }: Upload) => {
      cancel.abort();
      put(at, (uploads.get(at) ?? none).filter((upload) => upload.key !== key));
      if (attachment) void api.DELETE('/api/v1/attachments/{id}', { params: { path: { id: attachment.id } } });
    },
    [at],
  );
  const clear = useCallback(() => put(at, none), [at]);
  return { list, add, remove, clear };
}

