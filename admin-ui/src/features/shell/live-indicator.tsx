import { Tooltip } from '@mantine/core';
import { IconAccessPoint, IconAccessPointOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '@/api/live';
import classes from './workspace.module.css';

interface LiveIndicatorProps {
  state: LiveState;
}

export function LiveIndicator({ state }: LiveIndicatorProps) {
  const { t } = useTranslation('shell');
  const Icon = state === 'reconnecting' ? IconAccessPointOff : IconAccessPoint;
  return (
    <Tooltip label={t(`live.${state}`)} position="right">
      <span className={classes.live} data-state={state} role="img" aria-label={t(`live.${state}`)}><Icon size={18} /></span>
    </Tooltip>
  );
}
