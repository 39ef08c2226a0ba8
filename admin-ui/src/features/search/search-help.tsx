import { useTranslation } from 'react-i18next';
import classes from './search.module.css';

const parts = ['words', 'phrase', 'not', 'beginning'] as const;

export function SearchHelp() {
  const { t } = useTranslation('search');
  return (
    <>
      <dl className={classes.help}>
        {parts.map((part) => (
          <div key={part}>
            <dt><code>{t(`help.${part}.example`)}</code></dt>
            <dd>{t(`help.${part}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.hint}>{t('help.fold')}</p>
    </>
  );
}
