import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/api/types';
import { useMay } from '@/api/session';
import { formatFull } from '@/lib/format';
import classes from './customer.module.css';
import list from './customers.module.css';
import { useMerges } from './use-merges';

interface MergedListProps {
  customer: Customer;
}

/** Who was merged into this customer, when and by whom; each merge can be undone. */
export function MergedList({ customer }: MergedListProps) {
  const { t } = useTranslation('customer');
  const mayWork = useMay('conversations.work');
  const { undo } = useMerges(customer.id);
  if (customer.merged.length === 0) return null;
  return (
    <section>
      <h3 className={classes.section}>{t('merge.list')}</h3>
      <ul className={list.merged}>
        {customer.merged.map(({ id, at, by }) => (
          <li key={id}>
            <bdi>{t('merge.entry', { time: formatFull(at), by })}</bdi>
            {mayWork && (
              <Button size="compact-xs" variant="default" loading={undo.isPending && undo.variables === id} disabled={undo.isPending} onClick={() => undo.mutate(id)}>
                {t('merge.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
