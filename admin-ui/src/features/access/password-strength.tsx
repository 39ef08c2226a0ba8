import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { minPasswordLength, passwordStrength, type PasswordStrength } from '@/lib/password';

const looks: Record<PasswordStrength, { value: number; color: string }> = {
  short: { value: 15, color: 'red' },
  weak: { value: 35, color: 'red' },
  fair: { value: 70, color: 'yellow' },
  strong: { value: 100, color: 'teal' },
};

interface PasswordStrengthMeterProps {
  password: string;
}

export function PasswordStrengthMeter({ password }: PasswordStrengthMeterProps) {
  const { t } = useTranslation('access');
  if (password === '') return null;
  const strength = passwordStrength(password);
  const { value, color } = looks[strength];
  return (
    <div>
      <Progress value={value} color={color} size={4} aria-label={t('strength.label')} />
      <Text size="xs" c="dimmed" mt={4} role="status">
        {strength === 'short' ? t('strength.short', { count: minPasswordLength - password.length }) : t(`strength.${strength}`)}
      </Text>
    </div>
  );
}
