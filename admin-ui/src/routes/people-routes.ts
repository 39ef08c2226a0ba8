import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route';

export const peopleRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('@/features/people/people-page'), 'PeoplePage'),
});

export const organisationRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/organisation',
  component: lazyRouteComponent(() => import('@/features/organisation/organisation-page'), 'OrganisationPage'),
});
