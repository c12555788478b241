const LONGEST = 20;

/** A value as it may be shown: letters are x, digits 9, and there are at most 20 characters. */
export function redactSample(text: string): string {
  // Twice as many UTF-16 units hold as many characters at least; a value may be megabytes long.
  const characters = [...text.slice(0, 2 * LONGEST)].slice(0, LONGEST);
  return characters
    .join('')
    .replace(/[\p{L}\p{M}]/gu, 'x')
    .replace(/\p{N}/gu, '9');
}
