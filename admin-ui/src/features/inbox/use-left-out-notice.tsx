import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from './use-selection';

/** Says that some were not resolved because their customers have written, and offers to select them as they are now. */
export function useLeftOutNotice(selection: Selection) {
  const { t } = useTranslation('inbox');
  const current = useRef(selection);
  useEffect(() => { current.current = selection; });
  return (ids: readonly string[]) => {
    if (ids.length === 0) return;
    const id = notifications.show({
      color: 'yellow',
      autoClose: false,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{t('bulk.wroteSince', { count: ids.length })}</Text>
          <Button size="compact-sm" variant="light" onClick={() => { notifications.hide(id); current.current.setIds(ids); }}>{t('bulk.selectThese')}</Button>
        </Group>
      ),
    });
  };
}
