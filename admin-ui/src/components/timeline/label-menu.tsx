import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Label } from '@/api/types';
import classes from './label-chip.module.css';
import { correctionsOf, facetText, valueText } from './label-text';

interface LabelMenuProps {
  label: Label;
  reason: string;
  onCorrect?: (value: string) => void;
}

export function LabelMenu({ label, reason, onCorrect }: LabelMenuProps) {
  const { t } = useTranslation('common');
  const corrections = onCorrect ? correctionsOf(label.facet) : [];
  return (
    <Menu.Dropdown>
      <div className={classes.why}>
        <strong>{facetText(t, label.facet)}: <bdi>{valueText(t, label.facet, label.value)}</bdi></strong>
        <p dir="auto">{reason}</p>
      </div>
      {corrections.length > 0 && <Menu.Divider />}
      {corrections.length > 0 && <Menu.Label>{t('label.correct')}</Menu.Label>}
      <div className={classes.scroll}>
        {corrections.map((value) => (
          <Menu.Item
            key={value}
            onClick={() => onCorrect?.(value)}
            rightSection={value === label.value ? <IconCheck size={14} aria-label={t('label.current')} /> : undefined}
          >
            {valueText(t, label.facet, value)}
          </Menu.Item>
        ))}
      </div>
    </Menu.Dropdown>
  );
}
