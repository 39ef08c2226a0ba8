import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleCondition } from '@/api/types';
import { Callout } from '@/components/callout';
import { Moment } from '@/components/moment';
import { problemText } from '@/components/problem-text';
import { rulePreviewQuery } from './rule-queries';
import classes from './rules.module.css';

/** Tries the conditions on history when asked to. */
export function RulePreview({ conditions }: { conditions: readonly RuleCondition[] }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation('common');
  const [tried, setTried] = useState<RuleCondition[] | null>(null);
  const { data, error, isFetching } = useQuery({ ...rulePreviewQuery(tried ?? []), enabled: tried !== null });
  return (
    <section aria-live="polite">
      <Button size="xs" variant="light" loading={isFetching} onClick={() => setTried([...conditions])}>{t('try')}</Button>
      {error && <Callout tone="bad" role="status">{problemText(common, error)}</Callout>}
      {data && !error && (
        <>
          <Text size="sm" fw={600} mt="xs">{t('matched', { count: data.count, scanned: data.scanned })}{!data.complete && ` ${t('newestOnly')}`}</Text>
          <ul className={classes.matches}>
            {data.items.map((item) => (
              <li key={item.id} className={classes.match} dir="auto" data-user-text>
                {item.text}
                <span className={classes.why}>{t('because', { why: item.why })} · <Moment at={item.occurredAt} /></span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
