import { ActionIcon, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AttachmentIcon } from '@/components/timeline/attachment-icon';
import { formatBytes, formatPercent } from '@/lib/format';
import classes from './attachments.module.css';
import type { Upload } from './upload-store';

interface AttachmentTrayProps {
  uploads: readonly Upload[];
  disabled: boolean;
  onRemove: (upload: Upload) => void;
}

/** The files that will go along, with how far they have come. */
export function AttachmentTray({ uploads, disabled, onRemove }: AttachmentTrayProps) {
  const { t } = useTranslation('conversation');
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.tray} aria-label={t('files.tray')}>
      {uploads.map((upload) => (
        <li key={upload.key} className={classes.file} data-failed={upload.error ? true : undefined}>
          {upload.attachment?.previewUrl ? (
            <img className={classes.thumb} src={upload.attachment.previewUrl} alt="" />
          ) : (
            <AttachmentIcon type={upload.attachment?.type ?? upload.type} />
          )}
          <span className={classes.words}>
            <bdi className={classes.name} title={upload.name}>{upload.attachment?.name ?? upload.name}</bdi>
            <Status upload={upload} />
          </span>
          <ActionIcon variant="subtle" color="gray" size="sm" disabled={disabled} onClick={() => onRemove(upload)} aria-label={t('files.remove', { name: upload.name })}>
            <IconX size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function Status({ upload }: { upload: Upload }) {
  const { t } = useTranslation('conversation');
  if (upload.error) return <span className={classes.error} role="alert">{upload.error}</span>;
  if (upload.attachment) return <span className={classes.detail}>{formatBytes(upload.size)}</span>;
  return (
    <Progress.Root size="xs" mt={4} w="8rem">
      <Progress.Section value={upload.progress * 100} aria-label={t('files.progress', { percent: formatPercent(upload.progress) })} />
    </Progress.Root>
  );
}
