import { stripVTControlCharacters } from 'node:util';

/**
 * Breaks lines that do not fit into a terminal at their blanks, and goes on below at the indent of the line. Words stay whole,
 * however long, so that names and paths can be copied. Colours take no room.
 *
 * @param width of the terminal, in characters; any width unless given
 */
export function wrapLines(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .map((line) => (lengthOf(line) <= width ? line : wrap(line, width)))
    .join('\n');
}

function wrap(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current: string | undefined;
  for (const word of line.slice(indent.length).split(' ')) {
    const longer: string = current === undefined ? `${indent}${word}` : `${current} ${word}`;
    if (current !== undefined && lengthOf(longer) > width) {
      lines.push(current.trimEnd());
      // Blanks between columns are none at the beginning of a line.
      current = word === '' ? undefined : `${indent}${word}`;
    } else current = current === undefined && word === '' ? undefined : longer;
  }
  if (current !== undefined) lines.push(current);
  return lines.join('\n');
}

function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
