import { ActionIcon, FileButton, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileLimits } from '@/api/types';
import { formatBytes } from '@/lib/format';

interface AttachButtonProps {
  limits: FileLimits;
  disabled: boolean;
  onFiles: (files: File[]) => void;
}

/** Chooses files to go along; says what can, and where nothing can, why not. */
export function AttachButton({ limits, disabled, onFiles }: AttachButtonProps) {
  const { t } = useTranslation('conversation');
  const reset = useRef<() => void>(null);
  const none = limits.most === 0;
  const types = limits.types.length > 0 ? limits.types.join(', ') : t('files.anyType');
  const hint = none ? t('files.none') : t('files.hint', { count: limits.most, size: formatBytes(limits.largestBytes), types });
  const choose = (files: File[]) => {
    reset.current?.();
    onFiles(files);
  };
  return (
    <FileButton multiple resetRef={reset} accept={limits.types.length > 0 ? limits.types.join(',') : undefined} onChange={choose}>
      {(props) => (
        <Tooltip label={hint} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
          {/* Not the attribute: what is disabled could not say why. */}
          <ActionIcon
            {...props}
            onClick={none || disabled ? undefined : props.onClick}
            aria-disabled={none || disabled || undefined}
            data-disabled={none || disabled || undefined}
            variant="subtle"
            color="gray"
            size="md"
            aria-label={none ? `${t('files.attach')}: ${hint}` : t('files.attach')}
          >
            <IconPaperclip size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </FileButton>
  );
}
