import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { StatusDot } from '@/components/status-dot';

const tones = { ok: 'good', waiting: 'quiet', failing: 'warn', stopped: 'bad', disabled: 'quiet', unavailable: 'bad' } as const;

interface RecordStatusProps {
  status: RecordSystem['status'];
}

export function RecordStatus({ status }: RecordStatusProps) {
  const { t } = useTranslation('records');
  return <StatusDot tone={tones[status]} label={t(`status.${status}`)} />;
}
