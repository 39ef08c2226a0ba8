import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordSystem } from '@/api/types';
import { ErrorState } from '@/components/error-state';
import { Page } from '@/components/page';
import { RowSkeletons } from '@/components/row-skeletons';
import { BackToRecords } from './back-to-records';
import { DeliveringHealth } from './delivering-health';
import { MappingEditor } from './mapping-editor';
import { PullingHealth } from './pulling-health';
import { RecordActions } from './record-actions';
import { recordSystemQuery } from './record-queries';
import { RecordSettings } from './record-settings';
import { RecordStatus } from './record-status';
import { SendingAll } from './sending-all';
import { SigningSecret } from './signing-secret';

const route = getRouteApi('/workspace/administration/systems-of-record/$systemId');

export function RecordPage() {
  const { t } = useTranslation('records');
  const { systemId } = route.useParams();
  const query = useQuery(recordSystemQuery(systemId));
  if (query.data) return <OpenRecord key={systemId} system={query.data} />;
  return (
    <Page title={t('title')} back={<BackToRecords />}>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowSkeletons />}
    </Page>
  );
}

function OpenRecord({ system }: { system: RecordSystem }) {
  return (
    <Page title={system.name} text={system.kindName} back={<BackToRecords />} actions={<RecordStatus status={system.status} />}>
      <RecordActions system={system} />
      <DeliveringHealth system={system} />
      <SendingAll system={system} />
      {system.pulling && <PullingHealth system={system} pulling={system.pulling} />}
      <MappingEditor system={system} />
      {system.signs && <SigningSecret system={system} />}
      <RecordSettings system={system} />
    </Page>
  );
}
