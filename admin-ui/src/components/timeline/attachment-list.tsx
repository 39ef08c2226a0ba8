import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import { AttachmentChip } from './attachment-chip';
import { AttachmentViewer } from './attachment-viewer';
import classes from './attachments.module.css';

interface AttachmentListProps {
  attachments: readonly Attachment[];
}

/** The files of a message or note: pictures to look at, all others to download. */
export function AttachmentList({ attachments }: AttachmentListProps) {
  const { t } = useTranslation('common');
  const [open, setOpen] = useState<string | null>(null);
  if (attachments.length === 0) return null;
  const pictures = attachments.filter(isPicture);
  return (
    <>
      <ul className={attachments.length === 1 ? `${classes.list} ${classes.only}` : classes.list} aria-label={t('attachment.list')}>
        {attachments.map((file) => (
          <li key={file.id}>
            {isPicture(file) ? (
              <UnstyledButton className={classes.picture} onClick={() => setOpen(file.id)} aria-label={t('attachment.view', { name: file.name })}>
                <img src={file.previewUrl ?? ''} alt={file.name} width={file.width ?? undefined} height={file.height ?? undefined} loading="lazy" decoding="async" />
              </UnstyledButton>
            ) : (
              <AttachmentChip file={file} />
            )}
          </li>
        ))}
      </ul>
      <AttachmentViewer pictures={pictures} open={open} onOpen={setOpen} />
    </>
  );
}

const isPicture = (file: Attachment) => Boolean(file.previewUrl);
