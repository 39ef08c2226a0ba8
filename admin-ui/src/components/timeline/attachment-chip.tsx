import { Loader } from '@mantine/core';
import { IconFileAlert, IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import { formatBytes } from '@/lib/format';
import { AttachmentIcon } from './attachment-icon';
import classes from './attachments.module.css';

/** A file by its name: a link once there is something to download, else what became of it. */
export function AttachmentChip({ file }: { file: Attachment }) {
  const { t } = useTranslation('common');
  const size = typeof file.size === 'number' ? formatBytes(file.size) : null;
  const words = (detail: string | null) => (
    <span className={classes.words}>
      <bdi className={classes.name} title={file.name}>{file.name}</bdi>
      {detail && <span className={classes.detail}>{detail}</span>}
    </span>
  );
  if (file.url) {
    return (
      <a className={classes.chip} href={file.url} download={file.name} aria-label={t('attachment.download', { name: file.name, size: size ?? '' })}>
        <AttachmentIcon type={file.type} />
        {words(size)}
      </a>
    );
  }
  return (
    <span className={classes.chip} data-state={file.state}>
      {file.state === 'pending' ? <Loader size={16} aria-hidden /> : file.state === 'gone' ? <IconFileOff size={18} aria-hidden /> : <IconFileAlert size={18} aria-hidden />}
      {words(detailOf(file, t('attachment.pending'), t('attachment.refused'), t('attachment.gone')))}
    </span>
  );
}

function detailOf({ state, reason }: Attachment, pending: string, refused: string, gone: string): string {
  const what = state === 'pending' ? pending : state === 'gone' ? gone : refused;
  return reason ? `${what} ${reason}` : what;
}
