import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@/api/types';
import { FormProblem } from '@/components/form-problem';
import { pageClasses } from '@/components/page';
import { QueryList } from '@/components/query-list';
import classes from './channels.module.css';
import { importsQuery, useImports } from './import-queries';
import { ImportRow } from './import-row';
import { ImportSetup } from './import-setup';

interface ChannelImportsProps {
  channel: Channel;
  mayManage: boolean;
}

export function ChannelImports({ channel, mayManage }: ChannelImportsProps) {
  const { t } = useTranslation('channels');
  const query = useQuery(importsQuery(channel.id));
  const { preview, start, cancel } = useImports(channel.id);
  const [file, setFile] = useState<File | null>(null);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    start.reset();
    if (chosen) preview.mutate(chosen);
    else preview.reset();
  };

  return (
    <section className={classes.section}>
      <h2>{t('imports.title')}</h2>
      <p>{t('imports.text')}</p>
      {mayManage && !preview.data && (
        <FileButton onChange={choose} accept=".jsonl,.ndjson,.json,.csv,.tsv,.txt">
          {(props) => (
            <Button {...props} leftSection={<IconUpload size={16} />} loading={preview.isPending} disabled={!channel.enabled}>
              {t('imports.choose')}
            </Button>
          )}
        </FileButton>
      )}
      <div className={classes.result}><FormProblem error={preview.error} fields={[]} /></div>
      {file && preview.data && (
        <ImportSetup
          key={`${file.name}-${file.lastModified}`}
          file={file}
          preview={preview.data}
          pending={start.isPending}
          error={start.error}
          onDiscard={() => choose(null)}
          onStart={(request) => start.mutate({ file, ...request }, { onSuccess: () => choose(null) })}
        />
      )}
      <QueryList query={query} empty={<p className={classes.facts}>{t('imports.empty')}</p>}>
        {(items) => (
          <ul className={pageClasses.rows}>
            {items.map((item) => (
              <ImportRow key={item.id} item={item} mayCancel={mayManage} cancelling={cancel.isPending} onCancel={() => cancel.mutate(item.id)} />
            ))}
          </ul>
        )}
      </QueryList>
    </section>
  );
}
