import type { ReactNode } from 'react';
import classes from './state-message.module.css';

interface StateMessageProps {
  icon: ReactNode;
  title: string;
  text: ReactNode;
  actions?: ReactNode;
  role?: 'alert' | 'status';
}

/** The one shape of "nothing here" and "this failed". */
export function StateMessage({ icon, title, text, actions, role }: StateMessageProps) {
  return (
    <div className={classes.root} role={role}>
      <div className={classes.icon} aria-hidden>{icon}</div>
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{text}</p>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
