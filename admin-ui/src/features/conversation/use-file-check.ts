import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileLimits } from '@/api/types';
import { formatBytes } from '@/lib/format';
import { takesType } from './upload-store';

/** Says at once what the server would refuse later; null where a file can go along. */
export function useFileCheck({ most, largestBytes, types }: FileLimits) {
  const { t } = useTranslation('conversation');
  return useCallback(
    (file: File, before: number): string | null => {
      if (most === 0) return t('files.none');
      if (before >= most) return t('files.tooMany', { count: most });
      if (file.size === 0) return t('files.empty');
      if (file.size > largestBytes) return t('files.tooLarge', { size: formatBytes(largestBytes) });
      // What the browser does not know by name, the server finds out by looking.
      return file.type !== '' && !takesType(types, file.type) ? t('files.wrongType', { types: types.join(', ') }) : null;
    },
    [most, largestBytes, types, t],
  );
}
