import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import type { Rule } from '@/api/types';
import { Page, pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import { StateMessage } from '@/components/state-message';
import { useProblemNotice } from '@/components/use-problem-notice';
import { RuleDialog } from './rule-dialog';
import { rulesQuery, useOrderRules } from './rule-queries';
import { RuleRow } from './rule-row';

export function RulesPage() {
  const { t } = useTranslation('rules');
  const may = useMay('routing.manage');
  const query = useQuery(rulesQuery);
  const order = useOrderRules();
  const notice = useProblemNotice();
  const [edited, setEdited] = useState<Rule | 'new' | null>(null);
  const create = may && <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>{t('create')}</Button>;
  const move = (rules: Rule[], from: number, to: number) => {
    const ids = rules.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    order.mutate(ids, { onError: (error) => notice(t('orderFailed'), error) });
  };
  return (
    <Page title={t('title')} text={t('text')} actions={query.data?.length ? create : undefined}>
      <QueryList query={query} empty={<StateMessage icon={<IconArrowsSplit2 size={22} />} title={t('empty.title')} text={t('empty.text')} actions={create} />}>
        {(rules) => (
          <ol className={pageClasses.rows}>
            {rules.map((rule, index) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                may={may}
                busy={order.isPending}
                onEdit={() => setEdited(rule)}
                onUp={index > 0 ? () => move(rules, index, index - 1) : undefined}
                onDown={index < rules.length - 1 ? () => move(rules, index, index + 1) : undefined}
              />
            ))}
          </ol>
        )}
      </QueryList>
      {edited && <RuleDialog rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
