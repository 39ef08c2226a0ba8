import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { BulkAction, BulkResult } from '@/api/types';
import { useProblemNotice } from '@/components/use-problem-notice';
import type { Selection } from './use-selection';
import { useLeftOutNotice } from './use-left-out-notice';

const atOnce = 100;
const timeToUndo = 10_000;

type Item = BulkResult['items'][number];

interface BulkRun {
  seen: Selection['seen'];
  action: BulkAction;
}

/**
 * Does one thing to all that is selected, a hundred at a time; says how far it is, what became of it, and offers to take it back.
 * Where the customer has written since it was selected, a conversation is not resolved, and the person is told which.
 */
export function useBulk(selection: Selection) {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const notice = useProblemNotice();
  const leftOut = useLeftOutNotice(selection);
  const refetch = () => client.invalidateQueries({ queryKey: keys.conversations });
  const undo = useMutation({
    mutationFn: async (items: Item[]) => {
      const changed = await inChunks(items.filter(({ before }) => before), (chunk) =>
        unwrap(api.POST('/api/v1/conversations/bulk/undo', {
          body: { items: chunk.flatMap(({ id, version, before }) => (before && version ? [{ id, version, before }] : [])) },
        })));
      return { restored: count(changed, 'changed'), kept: count(changed, 'changedSince') };
    },
    onSuccess: ({ restored, kept }) => notifications.show({ message: kept > 0 ? t('bulk.undonePartly', { restored, kept }) : t('bulk.undone', { count: restored }) }),
    onSettled: refetch,
    onError: (error) => notice(t('bulk.undoFailed'), error),
  });
  return useMutation({
    mutationFn: async ({ seen, action }: BulkRun) => {
      const ids = [...seen.keys()];
      const progress = ids.length > atOnce ? notifications.show({ loading: true, autoClose: false, withCloseButton: false, message: t('bulk.progress', { done: 0, all: ids.length }) }) : undefined;
      try {
        return await inChunks(ids, (chunk) => unwrap(api.POST('/api/v1/conversations/bulk', { body: { action, ids: [...chunk], seen: whatWasSeen(seen, chunk) } })), (done) => {
          if (progress) notifications.update({ id: progress, loading: true, autoClose: false, message: t('bulk.progress', { done, all: ids.length }) });
        });
      } finally {
        if (progress) notifications.hide(progress);
      }
    },
    onSuccess: (items) => {
      const changed = count(items, 'changed');
      const id = notifications.show({
        autoClose: timeToUndo,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{changed + count(items, 'wroteSince') === items.length ? t('bulk.done', { count: changed }) : t('bulk.donePartly', { changed, all: items.length })}</Text>
            {changed > 0 && (
              <Button size="compact-sm" variant="light" onClick={() => { notifications.hide(id); undo.mutate(items); }}>{t('bulk.undo')}</Button>
            )}
          </Group>
        ),
      });
      selection.clear();
      leftOut(items.filter(({ outcome }) => outcome === 'wroteSince').map(({ id: left }) => left));
    },
    onSettled: refetch,
    onError: (error) => notice(t('bulk.failed'), error),
  });
}

const count = (items: Item[], outcome: Item['outcome']) => items.filter((item) => item.outcome === outcome).length;

const whatWasSeen = (seen: Selection['seen'], ids: readonly string[]) =>
  ids.flatMap((conversation) => {
    const message = seen.get(conversation);
    return message ? [{ conversation, message }] : [];
  });

async function inChunks<T>(all: readonly T[], send: (chunk: readonly T[]) => Promise<BulkResult>, onProgress?: (done: number) => void): Promise<Item[]> {
  const items: Item[] = [];
  for (let start = 0; start < all.length; start += atOnce) {
    items.push(...(await send(all.slice(start, start + atOnce))).items);
    onProgress?.(Math.min(start + atOnce, all.length));
  }
  return items;
}
