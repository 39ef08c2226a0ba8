import { formatAgo, formatFull, formatMoment } from '@/lib/format';

interface MomentProps {
  at: string;
  style?: 'moment' | 'ago' | 'full';
  className?: string;
}

const formats = { moment: formatMoment, ago: formatAgo, full: formatFull };

export function Moment({ at, style = 'moment', className }: MomentProps) {
  return <time dateTime={at} title={formatFull(at)} className={className}>{formats[style](at)}</time>;
}
