import type { TFunction } from 'i18next';
import { isProblem } from '@/lib/problem';

/** What to tell the person about a failed request: the server's own words where it gave some. */
export function problemText(t: TFunction<'common'>, error: unknown): string {
  if (!isProblem(error)) return t('error.other', { ns: 'common' });
  if (error.unreachable) return t('error.unreachable', { ns: 'common' });
  if (error.detail) return error.detail;
  if (error.status === 403) return t('error.forbidden', { ns: 'common' });
  if (error.status === 404) return t('error.notFound', { ns: 'common' });
  if (error.status === 429) return t('error.tooMany', { ns: 'common' });
  return error.status >= 500 ? t('error.server', { ns: 'common' }) : t('error.other', { ns: 'common' });
}
