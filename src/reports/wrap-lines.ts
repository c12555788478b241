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
  const lines = [''];
  for (const word of line.match(/[^ ]+ */g) ?? []) {
    const current = lines.at(-1) ?? '';
    const isFull = current !== '' && lengthOf(`${indent}${current}${word.trimEnd()}`) > width;
    if (isFull) lines.push(word);
    else lines[lines.length - 1] = `${current}${word}`;
  }
  return lines.map((each) => `${indent}${each}`.trimEnd()).join('\n');
}

function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
