import { Kbd, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setShortcutsEnabled, shortcutsEnabled } from '@/lib/shortcut-setting';
import classes from './workspace.module.css';

const shortcuts = [
  { name: 'next', keys: ['j', '↓'] },
  { name: 'previous', keys: ['k', '↑'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'reply', keys: ['r'] },
  { name: 'note', keys: ['n'] },
  { name: 'send', keys: ['Ctrl', 'Enter'] },
  { name: 'resolve', keys: ['e'] },
  { name: 'assign', keys: ['a'] },
  { name: 'snooze', keys: ['s'] },
  { name: 'select', keys: ['x'] },
  { name: 'back', keys: ['u', 'Esc'] },
  { name: 'views', keys: ['v'] },
  { name: 'search', keys: ['/'] },
  { name: 'help', keys: ['?'] },
] as const;

interface ShortcutsDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation('shell');
  const [enabled, setEnabled] = useState(shortcutsEnabled);
  const change = (next: boolean) => {
    setEnabled(next);
    setShortcutsEnabled(next);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('shortcuts.title')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <dl className={classes.keys}>
        {shortcuts.map(({ name, keys }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{keys.map((key) => <Kbd key={key}>{key}</Kbd>)}</dt>
            <dd>{t(`shortcuts.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch checked={enabled} onChange={(event) => change(event.currentTarget.checked)} label={t('shortcuts.enabled')} />
    </Modal>
  );
}
