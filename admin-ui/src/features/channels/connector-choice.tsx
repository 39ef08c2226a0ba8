import { UnstyledButton } from '@mantine/core';
import { IconPuzzleOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Connector } from '@/api/types';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import classes from './channels.module.css';

interface ConnectorChoiceProps {
  query: { data: Connector[] | undefined; error: Error | null; refetch: () => unknown };
  onChoose: (connector: Connector) => void;
}

export function ConnectorChoice({ query, onChoose }: ConnectorChoiceProps) {
  const { t } = useTranslation('channels');
  return (
    <QueryList
      query={query}
      empty={<StateMessage icon={<IconPuzzleOff size={22} />} title={t('new.none')} text={t('new.noneText')} />}
    >
      {(connectors) => (
        <div className={classes.connectors} role="group" aria-label={t('new.connector')}>
          {connectors.map((connector) => (
            <UnstyledButton key={connector.id} className={classes.connector} onClick={() => onChoose(connector)}>
              <strong><bdi>{connector.name}</bdi></strong>
              <p>{connector.description}</p>
              <small>{connector.canReply ? t('new.canReply') : t('receiveOnly')} · {t('new.from', { plugin: connector.pluginName })}</small>
            </UnstyledButton>
          ))}
        </div>
      )}
    </QueryList>
  );
}
