import classes from './status-dot.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

interface StatusDotProps {
  tone: Tone;
  label: string;
}

export function StatusDot({ tone, label }: StatusDotProps) {
  return <span className={classes.root} data-tone={tone}><span className={classes.dot} aria-hidden />{label}</span>;
}
