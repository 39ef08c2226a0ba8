import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '@/api/types';
import { formatPercent } from '@/lib/format';
import classes from './label-chip.module.css';
import { LabelMenu } from './label-menu';
import { chipText, facetText, labelTone, valueText } from './label-text';
import { useLabelReason } from './use-label-reason';

interface LabelChipProps {
  label: Label;
  /** Called while the chip is pointed at, so that the text can show its evidence. */
  onActive: (active: boolean) => void;
  onCorrect?: (value: string) => void;
}

export function LabelChip({ label, onActive, onCorrect }: LabelChipProps) {
  const { t } = useTranslation('common');
  const [opened, setOpened] = useState(false);
  const reason = useLabelReason(label);
  const unsure = label.value === 'unsure';
  return (
    <Menu opened={opened} onChange={(next) => { setOpened(next); onActive(next); }} position="bottom-start">
      <Menu.Target>
        <Tooltip label={reason} disabled={opened} multiline maw={320}>
          <UnstyledButton
            className={classes.chip}
            data-tone={labelTone(label)}
            data-unsure={unsure || undefined}
            aria-label={`${t('label.aria', { facet: facetText(t, label.facet), value: valueText(t, label.facet, label.value) })}. ${reason}`}
            onMouseEnter={() => onActive(true)}
            onMouseLeave={() => onActive(opened)}
            onFocus={() => onActive(true)}
            onBlur={() => onActive(opened)}
          >
            {label.correctedBy && <IconUserCheck size={13} aria-hidden />}
            <bdi>{chipText(t, label)}</bdi>
            {!label.correctedBy && !unsure && <span className={classes.sure}>{formatPercent(label.confidence)}</span>}
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <LabelMenu label={label} reason={reason} onCorrect={onCorrect} />
    </Menu>
  );
}
