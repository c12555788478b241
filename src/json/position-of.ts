const LF = 0x0a;

/** A place in a text: both count from 1, columns in UTF-16 units. A line ends at LF. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The line and column of a byte of a text in UTF-8. */
export function positionOf(bytes: Uint8Array, offset: number): TextPlace {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(LF); at >= 0 && at < offset; at = bytes.indexOf(LF, lineStart)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: unitsIn(bytes, lineStart, offset) + 1 };
}

/** The UTF-16 units of a piece of UTF-8: one a character, two for those of four bytes. */
function unitsIn(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
