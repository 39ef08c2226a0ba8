import type { ReactNode } from 'react';
import classes from './callout.module.css';

interface CalloutProps {
  tone: 'good' | 'warn' | 'bad' | 'info';
  title?: string;
  role?: 'alert' | 'status';
  children: ReactNode;
}

/** A sentence or two that must not be missed. The server's or a customer's words keep their own direction. */
export function Callout({ tone, title, role, children }: CalloutProps) {
  return (
    <div className={classes.root} data-tone={tone} role={role}>
      {title && <strong>{title}</strong>}
      <span className={classes.text} data-user-text dir="auto">{children}</span>
    </div>
  );
}
