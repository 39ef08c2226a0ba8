import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { formatAgo, formatDay } from '@/lib/format';
import { useRevokeApiKey } from './api-key-queries';
import classes from './api-keys.module.css';

interface ApiKeyRowProps {
  apiKey: ApiKey;
}

export function ApiKeyRow({ apiKey }: ApiKeyRowProps) {
  const { t } = useTranslation('apiKeys');
  const revoke = useRevokeApiKey(apiKey.id);
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <bdi className={classes.name}>{apiKey.name}</bdi>
        <div className={classes.facts}>
          <code>{apiKey.prefix}…</code>
          <span>{t(`role.${apiKey.role}`, { ns: 'common' })}</span>
          <span>{t('createdAt', { time: formatDay(apiKey.createdAt) })}</span>
          <span>{apiKey.lastUsedAt ? t('lastUsed', { time: formatAgo(apiKey.lastUsedAt) }) : t('neverUsed')}</span>
        </div>
      </div>
      <ConfirmButton
        label={t('revoke')}
        title={t('revokeTitle', { name: apiKey.name })}
        text={t('revokeText')}
        confirm={t('revokeConfirm')}
        pending={revoke.isPending}
        onConfirm={() => revoke.mutate()}
      />
    </li>
  );
}
