import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '@/api/types';
import classes from './conversation.module.css';

interface WroteSinceDialogProps {
  message: Interaction | undefined;
  onResolve: () => void;
  onClose: () => void;
}

/** The customer was faster: shows what they wrote, before the conversation disappears with it. */
export function WroteSinceDialog({ message, onResolve, onClose }: WroteSinceDialogProps) {
  const { t } = useTranslation(['conversation', 'common']);
  return (
    <Modal opened onClose={onClose} title={t('wroteSince.title')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <Text size="sm">{t('wroteSince.text')}</Text>
      {message?.text && <blockquote className={classes.quote} dir="auto" data-user-text>{message.text}</blockquote>}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onResolve}>{t('wroteSince.resolve')}</Button>
        <Button data-autofocus onClick={onClose}>{t('wroteSince.keep')}</Button>
      </Group>
    </Modal>
  );
}
