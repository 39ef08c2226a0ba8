import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseDeliveryFilters } from '@/lib/delivery-filters';
import { settingsRoute } from './settings-route';

export const recordsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/systems-of-record',
  component: lazyRouteComponent(() => import('@/features/records/records-page'), 'RecordsPage'),
});

export const newRecordRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/systems-of-record/new',
  component: lazyRouteComponent(() => import('@/features/records/new-record-page'), 'NewRecordPage'),
});

export const recordRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/systems-of-record/$systemId',
  component: lazyRouteComponent(() => import('@/features/records/record-page'), 'RecordPage'),
});

export const recordDeliveriesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/systems-of-record/$systemId/deliveries',
  validateSearch: parseDeliveryFilters,
  component: lazyRouteComponent(() => import('@/features/records/deliveries-page'), 'DeliveriesPage'),
});
