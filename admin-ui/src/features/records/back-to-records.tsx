import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pageClasses } from '@/components/page';

export function BackToRecords() {
  const { t } = useTranslation('records');
  return <Link to="/systems-of-record" className={pageClasses.back}><IconArrowLeft size={16} aria-hidden />{t('back')}</Link>;
}
