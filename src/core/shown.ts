const LONGEST = 100;

/** A text of a payload as messages show it: a name may be megabytes long. */
export function shown(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
