import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

interface TagDialogProps {
  title: string;
  onClose: () => void;
  onChoose: (tag: string) => void;
}

export function TagDialog({ title, onClose, onChoose }: TagDialogProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const [tag, setTag] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tag.trim() === '') return;
    onClose();
    onChoose(tag.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <form onSubmit={submit}>
        <TextInput data-autofocus label={t('filter.tag')} maxLength={50} dir="auto" value={tag} onChange={(event) => setTag(event.currentTarget.value)} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button type="submit" disabled={tag.trim() === ''}>{title}</Button>
        </Group>
      </form>
    </Modal>
  );
}
