import { ActionIcon, Button, Group, Menu, Modal, Text } from '@mantine/core';
import { IconBan, IconDots, IconRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '@/api/types';
import type { useConversationChanges } from './use-conversation-changes';

interface MoreMenuProps {
  conversation: ConversationDetail;
  changes: ReturnType<typeof useConversationChanges>;
}

/** What is done to few conversations. Blocking an author concerns all of theirs, so it asks first. */
export function MoreMenu({ conversation, changes }: MoreMenuProps) {
  const { t } = useTranslation(['conversation', 'common']);
  const [asking, setAsking] = useState(false);
  const name = conversation.customer.handle ? `@${conversation.customer.handle}` : conversation.customer.name;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><ActionIcon size="lg" variant="subtle" color="gray" aria-label={t('more')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {conversation.status === 'spam' || conversation.customer.blocked
            ? <Menu.Item leftSection={<IconRotate size={16} />} onClick={() => changes.notSpam.mutate()}>{conversation.customer.blocked ? t('unblock', { name }) : t('bringBack')}</Menu.Item>
            : <Menu.Item color="red" leftSection={<IconBan size={16} />} onClick={() => setAsking(true)}>{t('spam.mark')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('spam.title', { name })} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
        <Text size="sm" data-user-text>{t('spam.text')}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>{t('cancel', { ns: 'common' })}</Button>
          <Button color="red" onClick={() => { setAsking(false); changes.spam.mutate(); }}>{t('spam.confirm')}</Button>
        </Group>
      </Modal>
    </>
  );
}
