import { useTranslation } from 'react-i18next';
import { UserAvatar } from '@/components/user-avatar';
import classes from './conversation.module.css';
import type { MentionPicker } from './use-mention-picker';

/** Above the text, where the keyboard of a phone does not cover it. */
export function MentionList({ picker: { people, chosen, choose, listId } }: { picker: MentionPicker }) {
  const { t } = useTranslation('conversation');
  if (people.length === 0) return null;
  return (
    <ul id={listId} className={classes.mentions} role="listbox" aria-label={t('composer.mention')}>
      {people.map((person, index) => (
        // The keys are taken by the text, which keeps the focus.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li key={person.id} id={`${listId}-${index}`} role="option" aria-selected={index === chosen} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(person)}>
          <UserAvatar name={person.name} size={22} /><bdi>{person.name}</bdi>
        </li>
      ))}
    </ul>
  );
}
