import { isAscii } from 'node:buffer';
import { LF } from './byte.js';

/** A place in a text, which need not fit into memory. */
export interface InputPlace {
  /** In bytes from the start of the input. */
  readonly offset: number;
  /** From 1; a line ends at LF. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export const INPUT_START: InputPlace = { offset: 0, line: 1, column: 1 };

/** The place behind bytes of UTF-8 that stand at a place; of the bytes only those from `start` to before `end` count. */
export function placeAfter(place: InputPlace, bytes: Uint8Array, start: number, end: number): InputPlace {
  // A search in the whole of the bytes would go on beyond the end, again and again.
  const piece = bytes.subarray(start, end);
  let { line, column } = place;
  let lineStart = 0;
  for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, lineStart)) {
    line += 1;
    column = 1;
    lineStart = at + 1;
  }
  column += unitsIn(piece.subarray(lineStart));
  return { offset: place.offset + piece.length, line, column };
}

/** The UTF-16 units of a piece of UTF-8: one a character, two for those of four bytes. */
function unitsIn(bytes: Uint8Array): number {
  if (isAscii(bytes)) return bytes.length;
  let units = bytes.length;
  // Not with for…of: this looks at every byte of inputs of gigabytes.
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    if (byte < 0xc0) units -= 1;
    else if (byte >= 0xf0) units += 1;
  }
  return units;
}
