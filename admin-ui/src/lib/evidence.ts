export interface Span {
  start: number;
  length: number;
  weight: number;
  note?: string | null;
}

export interface Segment {
  text: string;
  /** `for` and `against` the label; null for plain text. */
  mark: 'for' | 'against' | null;
  note: string | null;
}

/** Cuts a text at the evidence for a label. Spans count UTF-16 units; what does not fit the text is left out. */
export function highlight(text: string, spans: readonly Span[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const span of usable(text, spans)) {
    const start = Math.max(at, span.start);
    const end = Math.min(text.length, span.start + span.length);
    if (end <= start) continue;
    if (start > at) segments.push(plain(text.slice(at, start)));
    segments.push({ text: text.slice(start, end), mark: span.weight < 0 ? 'against' : 'for', note: span.note || null });
    at = end;
  }
  if (at < text.length) segments.push(plain(text.slice(at)));
  return segments;
}

const plain = (text: string): Segment => ({ text, mark: null, note: null });

function usable(text: string, spans: readonly Span[]): Span[] {
  return spans
    .filter((span) => span.start >= 0 && span.length > 0 && span.start < text.length)
    .map((span) => wholeCharacters(text, span))
    .sort((a, b) => a.start - b.start || b.length - a.length);
}

/** Never cuts a surrogate pair in two. */
function wholeCharacters(text: string, span: Span): Span {
  const start = isLowSurrogate(text, span.start) ? span.start - 1 : span.start;
  const end = span.start + span.length;
  return { ...span, start, length: (isLowSurrogate(text, end) ? end + 1 : end) - start };
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
