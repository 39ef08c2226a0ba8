import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Relationship } from '@/api/types';
import { formatAgo } from '@/lib/format';
import classes from './customer.module.css';

interface OpenQuestionsProps {
  questions: Relationship['openQuestions'];
}

export function OpenQuestions({ questions }: OpenQuestionsProps) {
  const { t } = useTranslation('customer');
  if (questions.length === 0) return null;
  return (
    <section>
      <h3 className={classes.section}>{t('openCount', { count: questions.length })}</h3>
      <ul className={classes.plain}>
        {questions.map(({ interactionId, conversationId, at }) => (
          <li key={interactionId}>
            <Link to="/inbox/$conversationId" params={{ conversationId }} search={(before) => ({ ...before, pane: undefined })} className={classes.link}>
              {t('openQuestion', { time: formatAgo(at) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
