import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseCustomerFilters } from '@/lib/customer-filters';
import { workspaceRoute } from './workspace-route';

export const customersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers',
  validateSearch: parseCustomerFilters,
  component: lazyRouteComponent(() => import('@/features/customer/customers-page'), 'CustomersPage'),
});

export const customerRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('@/features/customer/customer-page'), 'CustomerPage'),
});
