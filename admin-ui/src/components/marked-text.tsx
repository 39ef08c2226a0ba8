import { highlight } from '@/lib/evidence';
import { findWords } from '@/lib/search-words';
import classes from './marked-text.module.css';

/** A text with the words of a search marked in it: always text, whatever it holds. */
export function MarkedText({ text, query }: { text: string; query: string }) {
  return highlight(text, findWords(text, query)).map(({ text: part, mark }, index) => (mark ? <mark key={index} className={classes.mark}>{part}</mark> : part));
}
