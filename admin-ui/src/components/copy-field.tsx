import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './copy-field.module.css';

interface CopyFieldProps {
  label: string;
  value: string;
  help?: string;
  /** Several lines, shown as they are. */
  block?: boolean;
}

export function CopyField({ label, value, help, block }: CopyFieldProps) {
  const { t } = useTranslation('common');
  return (
    <div>
      <div className={classes.label}>{label}</div>
      <div className={classes.box}>
        <code className={block ? classes.block : classes.value} dir="ltr">{value}</code>
        <CopyButton value={value} timeout={2000}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t('copied') : t('copy')}>
              <ActionIcon variant="subtle" color={copied ? 'teal' : 'gray'} onClick={copy} aria-label={`${t('copy')}: ${label}`}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
      {help && <p className={classes.help}>{help}</p>}
    </div>
  );
}
