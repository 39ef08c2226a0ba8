import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '@/components/state-message';

export function NothingOpen() {
  const { t } = useTranslation('inbox');
  return <StateMessage icon={<IconMessages size={22} />} title={t('nothingOpen.title')} text={t('nothingOpen.text')} />;
}
