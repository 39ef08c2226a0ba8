import { Button, Group, Menu, Modal, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFull } from '@/lib/format';
import { snoozeTimes, toFieldTime } from '@/lib/snooze-times';

interface SnoozeMenuProps {
  opened: boolean;
  onChange: (opened: boolean) => void;
  onChoose: (until: string) => void;
  children: ReactNode;
}

/** Until when something is put off. The times are those of the person's own time zone. */
export function SnoozeMenu({ opened, onChange, onChoose, children }: SnoozeMenuProps) {
  const { t } = useTranslation('common');
  const [own, setOwn] = useState(false);
  return (
    <>
      <Menu opened={opened} onChange={onChange} position="bottom-end" withinPortal>
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('snooze.label')}</Menu.Label>
          {snoozeTimes().map(({ name, at }) => (
            <Menu.Item key={name} rightSection={<Text size="xs" c="dimmed">{formatFull(at.toISOString())}</Text>} onClick={() => onChoose(at.toISOString())}>
              {t(`snooze.${name}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setOwn(true)}>{t('snooze.own')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {own && <OwnTime onClose={() => setOwn(false)} onChoose={onChoose} />}
    </>
  );
}

function OwnTime({ onClose, onChoose }: { onClose: () => void; onChoose: (until: string) => void }) {
  const { t } = useTranslation('common');
  const [value, setValue] = useState(() => toFieldTime(snoozeTimes().at(-2)?.at ?? new Date()));
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = new Date(value);
    if (Number.isNaN(at.getTime()) || at <= new Date()) {
      setError(t('snooze.past'));
      return;
    }
    onClose();
    onChoose(at.toISOString());
  };
  return (
    <Modal opened onClose={onClose} title={t('snooze.ownTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <TextInput
          type="datetime-local"
          data-autofocus
          label={t('snooze.until')}
          description={t('snooze.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
          value={value}
          error={error}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit">{t('snooze.choose')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
