import { Button, Group, Modal, Text, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

interface ConfirmButtonProps extends ButtonProps {
  label: string;
  title: string;
  text: string;
  confirm: string;
  pending: boolean;
  /** Whether something is lost by it. */
  harmless?: boolean;
  onConfirm: () => void;
}

/** A button for what cannot be undone, or goes far: it asks first, and says what will happen. */
export function ConfirmButton({ label, title, text, confirm, pending, harmless = false, onConfirm, ...button }: ConfirmButtonProps) {
  const { t } = useTranslation('common');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="xs" {...button} loading={pending} onClick={open}>{label}</Button>
      <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
        <Text data-user-text>{text}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close} data-autofocus>{t('cancel')}</Button>
          <Button color={harmless ? undefined : 'red'} onClick={() => { close(); onConfirm(); }}>{confirm}</Button>
        </Group>
      </Modal>
    </>
  );
}
