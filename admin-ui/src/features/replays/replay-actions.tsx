import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import type { Replay } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { useProblemNotice } from '@/components/use-problem-notice';
import { formatNumber } from '@/lib/format';
import { isRunning, useReplayActions } from './replay-queries';

export function ReplayActions({ replay }: { replay: Replay }) {
  const { t } = useTranslation('replays');
  const navigate = useNavigate();
  const notice = useProblemNotice();
  const may = useMay('replays.manage');
  const { apply, cancel } = useReplayActions(replay.id);
  if (!may) return null;
  if (isRunning(replay)) {
    return (
      <ConfirmButton
        size="sm"
        label={t('cancel.button')}
        title={t('cancel.title')}
        text={t(replay.apply ? 'cancel.textApply' : 'cancel.textDry')}
        confirm={t('cancel.confirm')}
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate(undefined, { onError: (error) => notice(t('cancel.failed'), error) })}
      />
    );
  }

  if (replay.apply || replay.state !== 'done' || replay.changed + replay.refreshed + replay.rerouted === 0) return null;
  const begun = ({ id }: Replay) => {
    notifications.show({ message: t('apply.started') });
    void navigate({ to: '/replays/$replayId', params: { replayId: id } });
  };
  return (
    <ConfirmButton
      size="sm"
      variant="filled"
      label={t('apply.button')}
      title={t('apply.title')}
      text={t('apply.text', { changed: formatNumber(replay.changed), rerouted: formatNumber(replay.rerouted) })}
      confirm={t('apply.confirm')}
      pending={apply.isPending}
      onConfirm={() => apply.mutate(undefined, { onSuccess: begun, onError: (error) => notice(t('apply.failed'), error) })}
    />
  );
}
