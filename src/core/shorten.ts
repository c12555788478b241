const LONGEST = 200;

/**
 * A text as messages show it: whole, or its beginning and "…" where it would drown the message. What comes from a document or
 * a payload may be megabytes long.
 *
 * @param longest in UTF-16 units
 */
export function shorten(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
