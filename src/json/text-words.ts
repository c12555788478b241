/** Looking at four bytes of a text at once, as a little-endian word. */

// Words of four equal bytes.
const QUOTES = 0x22222222;
const BACKSLASHES = 0x5c5c5c5c;
const BLANKS = 0x20202020;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;

/**
 * The high bit of each byte that ends a run of plain ones: a quote, a backslash, a control character. Only the lowest bit
 * that is set is sure: a borrow may set others above it.
 */
export function stopsIn(word: number): number {
  const quotes = word ^ QUOTES;
  const backslashes = word ^ BACKSLASHES;
  return (
    (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | ((word - BLANKS) & ~word)) &
    HIGH_BITS
  );
}

/** How many bytes stand before the first that `stopsIn` found. */
export function plainBefore(stops: number): number {
  return (31 - Math.clz32(stops & -stops)) >> 3;
}

/** The first bytes of a word, the others zero. */
export function beginningOf(word: number, bytes: number): number {
  return word & ((1 << (bytes * 8)) - 1);
}

/** How many bytes of a word go on with a character that an earlier byte began: those whose first bits are 10. */
export function continuationsIn(word: number): number {
  if ((word & HIGH_BITS) === 0) return 0;
  return Math.imul((word & ~(word << 1) & HIGH_BITS) >>> 7, ONES) >>> 24;
}
