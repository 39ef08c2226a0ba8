import { Anchor, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Plugin } from '@/api/types';
import { ConfirmButton } from '@/components/confirm-button';
import { StatusDot, type Tone } from '@/components/status-dot';
import { usePluginState } from './plugin-queries';
import { PluginSettingsDialog } from './plugin-settings-dialog';
import classes from './plugins.module.css';

const tones: Record<Plugin['state'], Tone> = {
  running: 'good', available: 'quiet', stopped: 'quiet', incompatible: 'warn', failed: 'bad',
};

interface PluginRowProps {
  plugin: Plugin;
}

export function PluginRow({ plugin }: PluginRowProps) {
  const { t } = useTranslation('plugins');
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <h2 className={classes.name}><bdi>{plugin.name}</bdi> <StatusDot tone={tones[plugin.state]} label={t(`state.${plugin.state}`)} /></h2>
        {plugin.description && <p className={classes.text} dir="auto" data-user-text>{plugin.description}</p>}
        {plugin.reason && <p className={classes.reason} dir="auto" data-user-text>{plugin.reason}</p>}
        <PluginFacts plugin={plugin} />
      </div>
      <Group gap="xs" wrap="nowrap">
        {plugin.hasSettings && <SettingsButton plugin={plugin} />}
        <StateButton plugin={plugin} />
      </Group>
    </li>
  );
}

function SettingsButton({ plugin }: PluginRowProps) {
  const { t } = useTranslation('plugins');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>{t('settings.action')}</Button>
      {opened && <PluginSettingsDialog plugin={plugin} onClose={close} />}
    </>
  );
}

function StateButton({ plugin }: PluginRowProps) {
  const { t } = useTranslation('plugins');
  const change = usePluginState(plugin.id);
  if (plugin.state === 'incompatible') return null;
  if (plugin.state !== 'running') {
    return <Button size="xs" variant="light" loading={change.isPending} onClick={() => change.mutate(true)}>{t('start')}</Button>;
  }
  return (
    <ConfirmButton
      label={t('stop')}
      title={t('stopTitle', { name: plugin.name })}
      text={t('stopText')}
      confirm={t('stopConfirm')}
      pending={change.isPending}
      onConfirm={() => change.mutate(false)}
    />
  );
}

function PluginFacts({ plugin }: PluginRowProps) {
  const { t } = useTranslation('plugins');
  const { connectors, classifiers, systemsOfRecord, permissions } = plugin;
  const lists = [
    { label: t('channels'), items: connectors.map(({ name }) => name) },
    { label: t('classifiers'), items: classifiers.map(({ name, modelVersion }) => [name, modelVersion].filter(Boolean).join(' ')) },
    { label: t('records'), items: systemsOfRecord.map(({ name }) => name) },
    { label: t('permissions'), items: permissions },
  ];
  return (
    <>
      <dl className={classes.lists}>
        {lists.map(({ label, items }) => items.length > 0 && <div key={label}><dt>{label}</dt><dd data-user-text>{items.join(', ')}</dd></div>)}
        {connectors.length + systemsOfRecord.length > 0 && (
          <div>
            <dt>{t('settings.where')}</dt>
            <dd className={classes.links}>
              {connectors.length > 0 && <Anchor inherit renderRoot={(props) => <Link to="/channels" {...props} />}>{t('settings.ofChannels')}</Anchor>}
              {systemsOfRecord.length > 0 && <Anchor inherit renderRoot={(props) => <Link to="/systems-of-record" {...props} />}>{t('settings.ofRecords')}</Anchor>}
            </dd>
          </div>
        )}
      </dl>
      <p className={classes.facts}>
        <span>{t('version', { version: plugin.version })}</span>
        {plugin.author && <bdi>{t('by', { author: plugin.author })}</bdi>}
        {plugin.sdk && <span>{t('sdk', { range: plugin.sdk })}</span>}
        {plugin.bundled && <span>{t('bundled')}</span>}
        <code>{plugin.id}</code>
      </p>
    </>
  );
}
