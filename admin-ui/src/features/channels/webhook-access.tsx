import { useTranslation } from 'react-i18next';
import { CopyField } from '@/components/copy-field';
import { webhookSample } from '@/lib/webhook-sample';
import classes from './channels.module.css';

interface WebhookAccessProps {
  url: string;
  /** Known only right after it was made. */
  secret?: string | null;
}

export function WebhookAccess({ url, secret }: WebhookAccessProps) {
  const { t } = useTranslation('channels');
  return (
    <div className={classes.stack}>
      <CopyField label={t('webhook.url')} value={url} />
      {secret && <CopyField label={t('webhook.secret')} value={secret} help={t('webhook.secretHelp')} />}
      {secret && <CopyField label={t('webhook.sample')} value={webhookSample(url, secret)} help={t('webhook.sampleHelp')} block />}
    </div>
  );
}
