import { useTranslation } from 'react-i18next';
import type { Channel } from '@/api/types';
import { StatusDot } from '@/components/status-dot';

const tones = { ok: 'good', waiting: 'quiet', busy: 'warn', failing: 'warn', stopped: 'bad', silent: 'warn', disabled: 'quiet', unavailable: 'bad' } as const;

interface ChannelStatusProps {
  status: Channel['status'];
}

export function ChannelStatus({ status }: ChannelStatusProps) {
  const { t } = useTranslation('channels');
  return <StatusDot tone={tones[status]} label={t(`status.${status}`)} />;
}
