import { Alert, Button, Group } from '@mantine/core';
import { IconCheck, IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import classes from './channels.module.css';
import { useChannelActions } from './use-channel-actions';

interface ChannelActionsProps {
  channel: Channel;
}

export function ChannelActions({ channel }: ChannelActionsProps) {
  const { t } = useTranslation('channels');
  const { check, enable, remove } = useChannelActions(channel);
  const result = check.data;
  return (
    <div className={classes.section}>
      <Group gap="xs">
        <Button variant="default" size="xs" loading={check.isPending} onClick={() => check.mutate()}>{t('actions.check')}</Button>
        <Button variant="default" size="xs" loading={enable.isPending} onClick={() => enable.mutate(!channel.enabled)}>
          {channel.enabled ? t('actions.disable') : t('actions.enable')}
        </Button>
        <ConfirmButton
          c="red"
          label={t('actions.delete')}
          title={t('actions.deleteTitle', { name: channel.name })}
          text={t('actions.deleteText')}
          confirm={t('actions.deleteConfirm')}
          pending={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      </Group>
      {result && (
        <Alert mt="sm" role="status" color={result.ok ? 'teal' : 'red'} icon={result.ok ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}>
          <span data-user-text dir="auto">{result.message || t(result.ok ? 'actions.checkOk' : 'actions.checkBad')}</span>
        </Alert>
      )}
    </div>
  );
}
