import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/lib/format';
import classes from './attachments.module.css';

/** How many files a message has, in a list; nothing where it has none. */
export function Paperclip({ count }: { count: number }) {
  const { t } = useTranslation('common');
  if (count === 0) return null;
  return (
    <span className={classes.clip} role="img" aria-label={t('attachment.count', { count })} title={t('attachment.count', { count })}>
      <IconPaperclip size={13} aria-hidden />
      {count > 1 && formatNumber(count)}
    </span>
  );
}
