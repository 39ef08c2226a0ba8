import { IconLock, IconPuzzle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { PluginRow } from './plugin-row';
import { pluginsQuery } from './plugin-queries';

export function PluginsPage() {
  const { t } = useTranslation('plugins');
  const { platformAdmin } = useSession();
  const query = useQuery({ ...pluginsQuery, enabled: platformAdmin });
  return (
    <Page title={t('title')} text={t('text')}>
      {platformAdmin ? (
        <QueryList query={query} empty={<StateMessage icon={<IconPuzzle size={22} />} title={t('empty.title')} text={t('empty.text')} />}>
          {(plugins) => <ul className={pageClasses.rows}>{plugins.map((plugin) => <PluginRow key={plugin.id} plugin={plugin} />)}</ul>}
        </QueryList>
      ) : (
        <StateMessage icon={<IconLock size={22} />} title={t('forbiddenTitle')} text={t('forbiddenText')} />
      )}
    </Page>
  );
}
