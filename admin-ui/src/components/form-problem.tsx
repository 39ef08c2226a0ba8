import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isProblem, otherErrors } from '@/lib/problem';
import { problemText } from './problem-text';

interface FormProblemProps {
  error: unknown;
  /** The fields that show their own errors. */
  fields: readonly string[];
}

/** What a form cannot show at a field. Nothing when every error has its field. */
export function FormProblem({ error, fields }: FormProblemProps) {
  const { t } = useTranslation('common');
  if (!error) return null;
  const others = otherErrors(error, fields);
  const allAtFields = isProblem(error) && Object.keys(error.errors).length > 0 && others.length === 0;
  if (allAtFields) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
      {others.length > 0 ? others.join(' ') : problemText(t, error)}
    </Alert>
  );
}
