import { useNavigate } from '@tanstack/react-router';
import { parseInboxFilters, type InboxFilters } from '@/lib/inbox-filters';

/** Writes changed filters to the address, without leaving the open conversation. */
export function useFilterChange() {
  const navigate = useNavigate();
  return (change: Partial<InboxFilters>) =>
    void navigate({ to: '.', search: (before) => parseInboxFilters({ ...before, ...change }), replace: true });
}
