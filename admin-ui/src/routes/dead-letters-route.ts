import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseDeadLetterFilters } from '@/lib/dead-letter-filters';
import { settingsRoute } from './settings-route';

export const deadLettersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/dead-letters',
  validateSearch: parseDeadLetterFilters,
  component: lazyRouteComponent(() => import('@/features/dead-letters/dead-letters-page'), 'DeadLettersPage'),
});
