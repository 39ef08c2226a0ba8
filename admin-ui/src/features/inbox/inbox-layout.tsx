import { useDocumentTitle } from '@mantine/hooks';
import { getRouteApi, Outlet, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConversationList } from './conversation-list';
import { InboxFilterBar } from './inbox-filter-bar';
import classes from './inbox.module.css';
import { ViewsMenu } from './views-menu';

const route = getRouteApi('/workspace/inbox');

/** The list stays while conversations come and go beside it; narrow screens show one of the two. */
export function InboxLayout() {
  const { t } = useTranslation('inbox');
  const filters = route.useSearch();
  const { conversationId } = useParams({ strict: false });
  useDocumentTitle(`${t('title')} · Social CRM`);
  return (
    <div className={classes.layout} data-open={conversationId !== undefined || undefined}>
      <section className={classes.list} aria-label={t('listAria')}>
        <h1 className={classes.title}><ViewsMenu filters={filters} /></h1>
        <InboxFilterBar filters={filters} />
        <ConversationList filters={filters} openId={conversationId} />
      </section>
      <div className={classes.detail}><Outlet /></div>
    </div>
  );
}
