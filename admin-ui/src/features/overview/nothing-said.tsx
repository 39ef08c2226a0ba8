import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { StateMessage } from '@/components/state-message';
import { anyMessageQuery } from './overview-queries';

/** An empty period is not an empty server: each says what to do. */
export function NothingSaid() {
  const { t } = useTranslation('overview');
  const { data: any } = useQuery(anyMessageQuery);
  const mayConnect = useMay('channels.manage');
  if (any === undefined) return null;
  return any
    ? (
      <StateMessage
        icon={<IconChartBar size={22} />}
        title={t('empty.title')}
        text={t('empty.text')}
        actions={<Button variant="default" renderRoot={(props) => <Link {...props} to="/overview" search={{ days: 365 }} />}>{t('empty.year')}</Button>}
      />
    )
    : (
      <StateMessage
        icon={<IconChartBar size={22} />}
        title={t('none.title')}
        text={mayConnect ? t('none.text') : t('none.ask')}
        actions={mayConnect && <Button renderRoot={(props) => <Link {...props} to="/channels" />}>{t('none.connect')}</Button>}
      />
    );
}
