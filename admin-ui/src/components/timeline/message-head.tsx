import { Tooltip } from '@mantine/core';
import { IconExternalLink, IconLock, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '@/api/types';
import { Moment } from '@/components/moment';
import { formatFull } from '@/lib/format';
import { webUrl } from '@/lib/web-url';
import classes from './message.module.css';

interface MessageHeadProps {
  interaction: Interaction;
}

export function MessageHead({ interaction }: MessageHeadProps) {
  const { t } = useTranslation('common');
  const { author, direction, kind, url, editedAt } = interaction;
  const link = webUrl(url);
  const Reach = interaction.public ? IconWorld : IconLock;
  return (
    <div className={classes.head}>
      <bdi className={classes.author}>{author?.name || author?.handle || t(direction === 'outbound' ? 'timeline.organisation' : 'unknownName')}</bdi>
      {author?.handle && direction === 'inbound' && <bdi>@{author.handle}</bdi>}
      <Tooltip label={t(interaction.public ? 'timeline.public' : 'timeline.private')}>
        <Reach size={13} role="img" aria-label={t(interaction.public ? 'timeline.public' : 'timeline.private')} />
      </Tooltip>
      <span>{t(`kind.${kind}`)}</span>
      <Moment at={interaction.occurredAt} />
      {editedAt && <span title={t('timeline.editedAt', { time: formatFull(editedAt) })}>{t('timeline.edited')}</span>}
      {link && <a href={link} target="_blank" rel="noopener noreferrer" aria-label={t('timeline.open')}><IconExternalLink size={14} aria-hidden /></a>}
    </div>
  );
}
