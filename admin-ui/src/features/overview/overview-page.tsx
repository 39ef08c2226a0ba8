import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Page } from '@/components/page';
import { toInsightPeriod } from '@/lib/overview-period';
import { CountPanel } from './count-panel';
import { DurationPanel } from './duration-panel';
import { Headlines } from './headlines';
import { NothingSaid } from './nothing-said';
import { OpenPanel } from './open-panel';
import { countsQuery, openQuery } from './overview-queries';
import { PeriodPicker } from './period-picker';
import { SharePanel } from './share-panel';
import { Unprocessed } from './unprocessed';
import classes from './overview.module.css';

const route = getRouteApi('/workspace/overview');

export function OverviewPage() {
  const { t } = useTranslation('overview');
  const search = route.useSearch();
  const { timeZone } = useSession().tenant;
  const period = toInsightPeriod(search, new Date(), timeZone);
  const { data: volume } = useQuery(countsQuery('volume', period));
  const { data: open } = useQuery(openQuery(period));
  const silent = volume && volume.total.count === 0 && volume.previous.total.count === 0 && open?.total.most === 0;
  return (
    <Page title={t('title')} text={t('text', { zone: timeZone })} actions={<PeriodPicker search={search} period={period} />}>
      <Unprocessed />
      {silent ? <NothingSaid /> : (
        <div className={classes.grid}>
          <Headlines period={period} />
          <CountPanel insight="volume" period={period} wide />
          <CountPanel insight="sentiment" period={period} />
          <CountPanel insight="types" period={period} />
          <DurationPanel insight="response" period={period} />
          <DurationPanel insight="resolution" period={period} />
          <OpenPanel period={period} />
          <SharePanel period={period} />
        </div>
      )}
    </Page>
  );
}
