import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RowSkeletonsProps {
  rows?: number;
  height?: number;
}

export function RowSkeletons({ rows = 4, height = 64 }: RowSkeletonsProps) {
  const { t } = useTranslation('common');
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => <Skeleton key={index} height={height} radius="md" />)}
    </Stack>
  );
}
