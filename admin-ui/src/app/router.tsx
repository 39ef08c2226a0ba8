import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { PageError } from '@/components/page-error';
import { PagePending } from '@/components/page-pending';
import { routeTree } from '@/routes/route-tree';

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultErrorComponent: PageError,
    defaultPendingComponent: PagePending,
    scrollRestoration: false,
  });
