import { Button, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import classes from './attachments.module.css';

interface AttachmentViewerProps {
  pictures: readonly Attachment[];
  open: string | null;
  onOpen: (id: string | null) => void;
}

/** One picture as large as the screen allows; the arrow keys go to the next one of the same message. */
export function AttachmentViewer({ pictures, open, onOpen }: AttachmentViewerProps) {
  const { t } = useTranslation('common');
  const at = pictures.findIndex(({ id }) => id === open);
  const shown = pictures[at];
  const go = (step: number) => {
    const next = pictures[at + step];
    if (next) onOpen(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') go(1);
    if (event.key === 'ArrowLeft') go(-1);
  };
  return (
    <Modal
      opened={shown !== undefined}
      onClose={() => onOpen(null)}
      size="xl"
      centered
      title={<bdi className={classes.title}>{shown?.name}</bdi>}
      closeButtonProps={{ 'aria-label': t('close') }}
      onKeyDown={onKeyDown}
    >
      {shown && (
        <div className={classes.viewer}>
          <div className={classes.stage}>
            <img src={shown.previewUrl ?? ''} alt={shown.name} width={shown.width ?? undefined} height={shown.height ?? undefined} />
          </div>
          <div className={classes.bar}>
            {pictures.length > 1 && (
              <Button.Group>
                <Button size="xs" variant="default" disabled={at === 0} onClick={() => go(-1)} leftSection={<IconChevronLeft size={15} />}>{t('attachment.previous')}</Button>
                <Button size="xs" variant="default" disabled={at === pictures.length - 1} onClick={() => go(1)} rightSection={<IconChevronRight size={15} />}>{t('attachment.next')}</Button>
              </Button.Group>
            )}
            {pictures.length > 1 && <span className={classes.count} aria-live="polite">{t('attachment.place', { at: at + 1, of: pictures.length })}</span>}
            <Button size="xs" variant="light" component="a" href={shown.url ?? ''} download={shown.name} leftSection={<IconDownload size={15} />}>{t('attachment.save')}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
