const LONGEST = 200;

/** A text from the document as messages quote it: in quotation marks, and cut where it would drown the message. */
export function quote(text: string): string {
  return `"${shorten(text)}"`;
}

/** The text itself, or its beginning and "…" when it is longer than 200 UTF-16 units. */
export function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
