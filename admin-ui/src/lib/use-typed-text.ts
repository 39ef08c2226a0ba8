import { useEffect, useState } from 'react';

const pause = 250;

/** A field whose words go to the address a moment after they were typed, so that a list can be shared and found again; and come from there. */
export function useTypedText(given: string, onTyped: (text: string | undefined) => void) {
  const [text, setText] = useState(given);
  const [written, setWritten] = useState(given);
  if (given !== written) {
    // The address changed by itself: back, or a link.
    setWritten(given);
    if (given !== text.trim()) setText(given);
  }
  useEffect(() => {
    const wanted = text.trim() ? text : '';
    if (wanted === written) return undefined;
    const timer = setTimeout(() => {
      setWritten(wanted);
      onTyped(wanted || undefined);
    }, pause);
    return () => clearTimeout(timer);
  }, [text, written, onTyped]);
  return { text, setText };
}
