import { Button, Group, Modal, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconArrowsJoin } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/api/types';
import { QueryList } from '@/components/query-list';
import { CustomerSummary } from './customer-summary';
import { customersQuery } from './customer-query';
import classes from './customers.module.css';
import { useMerges } from './use-merges';

interface MergeDialogProps {
  customer: Customer;
}

/** Finds the other customer, shows both side by side, and merges. */
export function MergeDialog({ customer }: MergeDialogProps) {
  const { t } = useTranslation(['customer', 'common']);
  const [opened, { open, close }] = useDisclosure(false);
  const [other, setOther] = useState<Customer | null>(null);
  const { merge } = useMerges(customer.id);
  const leave = () => {
    close();
    setOther(null);
  };
  return (
    <>
      <Button variant="default" leftSection={<IconArrowsJoin size={16} />} onClick={open}>{t('merge.open')}</Button>
      <Modal opened={opened} onClose={leave} size="lg" title={t('merge.title')} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
        {other ? (
          <>
            <div className={classes.pair}>
              <CustomerSummary customer={customer} caption={t('merge.stays')} />
              <CustomerSummary customer={other} caption={t('merge.joins')} />
            </div>
            <Text size="sm" mt="md">{t('merge.explain')}</Text>
            <Group justify="flex-end" mt="lg">
              <Button variant="default" onClick={() => setOther(null)}>{t('merge.another')}</Button>
              <Button loading={merge.isPending} onClick={() => merge.mutate(other.id, { onSuccess: leave })}>{t('merge.confirm')}</Button>
            </Group>
          </>
        ) : (
          <OtherCustomer customer={customer} onChoose={setOther} />
        )}
      </Modal>
    </>
  );
}

interface OtherCustomerProps {
  customer: Customer;
  onChoose: (other: Customer) => void;
}

function OtherCustomer({ customer, onChoose }: OtherCustomerProps) {
  const { t } = useTranslation('customer');
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const query = useInfiniteQuery(customersQuery(q ? { q } : {}));
  const others = { ...query, data: query.data?.filter(({ id }) => id !== customer.id).slice(0, 8) };
  return (
    <>
      <TextInput label={t('merge.search')} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
      <div className={classes.choices}>
        <QueryList query={others} empty={<p className={classes.none}>{t('list.noneFound')}</p>}>
          {(found) => found.map((other) => (
            <UnstyledButton key={other.id} className={classes.choice} onClick={() => onChoose(other)}>
              <CustomerSummary customer={other} />
            </UnstyledButton>
          ))}
        </QueryList>
      </div>
    </>
  );
}
