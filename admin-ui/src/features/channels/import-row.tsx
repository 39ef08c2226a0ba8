import { Anchor, Button, Group, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { Moment } from '@/components/moment';
import { QueryList } from '@/components/query-list';
import classes from './channels.module.css';
import { importErrorsQuery, isRunning } from './import-queries';

interface ImportRowProps {
  item: Import;
  mayCancel: boolean;
  cancelling: boolean;
  onCancel: () => void;
}

export function ImportRow({ item, mayCancel, cancelling, onCancel }: ImportRowProps) {
  const { t } = useTranslation('channels');
  const [showsErrors, setShowsErrors] = useState(false);
  const running = isRunning(item);
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div className={classes.main}>
          <strong data-user-text dir="auto">{item.fileName}</strong>
          <div className={classes.facts}>
            <span>{t(`imports.state.${item.state}`)}</span>
            <span>{t('imports.rowsOf', { read: item.read.toLocaleString() })}</span>
            <span>{t('imports.accepted', { count: item.accepted })}</span>
            {item.duplicates > 0 && <span>{t('imports.duplicates', { count: item.duplicates })}</span>}
            {item.errors > 0 && <span className={classes.bad}>{t('imports.errors', { count: item.errors })}</span>}
            <Moment at={item.createdAt} />
            <span data-user-text dir="auto">{t('imports.by', { name: item.createdBy })}</span>
          </div>
        </div>
        {running && mayCancel && (
          <ConfirmButton
            label={t('imports.cancel')}
            title={t('imports.cancelTitle')}
            text={t('imports.cancelText')}
            confirm={t('imports.cancelConfirm')}
            pending={cancelling}
            onConfirm={onCancel}
          />
        )}
        {item.errors > 0 && (
          <Button variant="default" size="xs" aria-expanded={showsErrors} onClick={() => setShowsErrors(!showsErrors)}>
            {t(showsErrors ? 'imports.hideErrors' : 'imports.showErrors')}
          </Button>
        )}
      </Group>
      {running && <Progress mt="xs" value={(100 * item.position) / Math.max(1, item.size)} animated aria-label={t('imports.progress', { name: item.fileName })} />}
      {item.reason && <p className={classes.reason} data-user-text dir="auto">{item.reason}</p>}
      {showsErrors && <ImportErrors id={item.id} />}
    </li>
  );
}

function ImportErrors({ id }: { id: string }) {
  const { t } = useTranslation('channels');
  const query = useQuery(importErrorsQuery(id));
  return (
    <QueryList query={{ data: query.data?.items, error: query.error, refetch: query.refetch }} empty={null}>
      {(errors) => (
        <>
          <ul className={classes.importErrors}>
            {errors.map((error) => (
              <li key={error.line} data-user-text dir="auto">
                <b>{t('imports.line', { line: error.line })}</b> {error.message}
              </li>
            ))}
          </ul>
          {query.data?.next && <p className={classes.facts}>{t('imports.more', { count: errors.length })}</p>}
          <Anchor size="sm" href={`/api/v1/imports/${id}/errors.csv`} download>{t('imports.download')}</Anchor>
        </>
      )}
    </QueryList>
  );
}
