import classes from './overview.module.css';

/** The course of a number, without scale: the chart below has it. */
export function Sparkline({ points }: { points: number[] }) {
  const highest = Math.max(...points, 0) || 1;
  const line = points.map((point, index) => `${(100 * index) / Math.max(1, points.length - 1)},${24 - (22 * point) / highest}`).join(' ');
  return (
    <svg className={classes.spark} viewBox="0 0 100 26" preserveAspectRatio="none" aria-hidden>
      <polyline points={line} fill="none" stroke="var(--accent)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
