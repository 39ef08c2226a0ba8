import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './access-frame.module.css';

interface AccessFrameProps {
  title: string;
  text: string;
  children: ReactNode;
}

export function AccessFrame({ title, text, children }: AccessFrameProps) {
  const { t } = useTranslation('access');
  useDocumentTitle(`${title} · Social CRM`);
  return (
    <main className={classes.root}>
      <div className={classes.card}>
        <div className={classes.brand}><img src="/favicon.svg" alt="" width={28} height={28} />{t('product')}</div>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.text}>{text}</p>
        {children}
      </div>
    </main>
  );
}
