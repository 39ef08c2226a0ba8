import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  text?: string;
  back?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, text, back, actions, children }: PageProps) {
  useDocumentTitle(`${title} · Social CRM`);
  return (
    <div className={classes.page}>
      {back}
      <header className={classes.header}>
        <div className={classes.heading}>
          <h1 className={classes.title}><bdi>{title}</bdi></h1>
          {text && <p className={classes.text}>{text}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}

export const pageClasses = classes;
