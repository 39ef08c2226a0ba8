import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConversationPane } from '@/features/conversation/conversation-pane';
import { conversationQuery } from '@/features/conversation/conversation-query';
import { useReadWhileOpen } from '@/features/conversation/use-read-while-open';
import { CustomerPane } from '@/features/customer/customer-pane';
import classes from './conversation-page.module.css';

const route = getRouteApi('/workspace/inbox/$conversationId');

/** The conversation and, beside it or in its place where the screen is narrow, the whole relationship. */
export function ConversationPage() {
  const { t } = useTranslation('customer');
  const { conversationId } = route.useParams();
  const { pane } = route.useSearch();
  useReadWhileOpen(conversationId);
  const { data: conversation } = useQuery(conversationQuery(conversationId));
  const back = (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconArrowLeft size={16} />}
      renderRoot={(props) => (
        <Link to="/inbox/$conversationId" params={{ conversationId }} search={(before) => ({ ...before, pane: undefined })} {...props} />
      )}
    >
      {t('back')}
    </Button>
  );
  return (
    <div className={classes.layout} data-pane={pane ?? 'conversation'}>
      <div className={classes.conversation}><ConversationPane key={conversationId} id={conversationId} /></div>
      <div className={classes.customer}>
        {conversation && <CustomerPane key={conversation.customer.id} id={conversation.customer.id} conversationId={conversationId} back={back} />}
      </div>
    </div>
  );
}
