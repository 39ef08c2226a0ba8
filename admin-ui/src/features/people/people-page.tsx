import { Button, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/api/directory';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { InvitationRow } from './invitation-row';
import { InviteDialog } from './invite-dialog';
import { MemberRow } from './member-row';
import { invitationsQuery } from './people-queries';

export function PeoplePage() {
  const { t } = useTranslation('people');
  const [inviting, { open, close }] = useDisclosure(false);
  const members = useQuery(membersQuery);
  const invitations = useQuery(invitationsQuery);
  return (
    <Page title={t('title')} text={t('text')} actions={<Button leftSection={<IconUserPlus size={16} />} onClick={open}>{t('invite')}</Button>}>
      <QueryList query={members} empty={null}>
        {(people) => <ul className={pageClasses.rows}>{people.map((member) => <MemberRow key={member.id} member={member} />)}</ul>}
      </QueryList>
      {invitations.data && invitations.data.length > 0 && (
        <section>
          <Title order={2} size="h4" mt="xl" mb="sm">{t('invitations')}</Title>
          <ul className={pageClasses.rows}>{invitations.data.map((one) => <InvitationRow key={one.id} invitation={one} />)}</ul>
        </section>
      )}
      <InviteDialog opened={inviting} onClose={close} />
    </Page>
  );
}
