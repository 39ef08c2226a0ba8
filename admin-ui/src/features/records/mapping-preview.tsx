import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FieldMapping } from '@/api/types';
import { problemText } from '@/components/problem-text';
import { mappingPreviewQuery } from './record-queries';
import classes from './records.module.css';

interface MappingPreviewProps {
  kind: keyof FieldMapping;
  mapping: FieldMapping;
}

export function MappingPreview({ kind, mapping }: MappingPreviewProps) {
  const { t } = useTranslation('records');
  const { t: common } = useTranslation('common');
  const { data, error } = useQuery(mappingPreviewQuery(mapping));
  const fields = data?.[kind];
  return (
    <figure className={classes.preview}>
      <figcaption>{t(`mapping.preview.${kind}`)}</figcaption>
      <pre dir="ltr" aria-live="polite">{error ? problemText(common, error) : data ? (fields ? JSON.stringify({ type: kind, data: { fields } }, null, 2) : t('mapping.preview.none')) : '…'}</pre>
    </figure>
  );
}
