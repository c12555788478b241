/**
 * The hash behind all comparing by content: 64 bits in two halves of 32, over bytes in words of four. Fast, well spread,
 * no secret: docs/decisions/record-hashes.md says what it is good for. `StringScanner` has the same loop over text that is
 * still to be scanned.
 */

export const SEED_A = 0x3c6ef372;
export const SEED_B = 0x1f83d9ab;
const MULTIPLIER_A = 0x9e3779b1;
const MULTIPLIER_B = 0x85ebca77;
const FINAL_A = 0x85ebca6b;
const FINAL_B = 0xc2b2ae35;

/** Half A after another word. */
export function stepA(a: number, word: number): number {
  const product = Math.imul(a ^ word, MULTIPLIER_A);
  return product ^ (product >>> 15);
}

/** Half B after another word. `a` is half A after the same word, so that the halves do not fail together. */
export function stepB(b: number, a: number, word: number): number {
  const product = Math.imul((b ^ word) + a, MULTIPLIER_B);
  return product ^ (product >>> 13);
}

/** A 64-bit hash that is made anew again and again, so that hashing makes no objects. */
export class ByteHash {
  a = 0;
  b = 0;

  /** Hashes the bytes from `start` to before `end`. */
  of(bytes: Uint8Array, start: number, end: number): void {
    let a = SEED_A;
    let b = SEED_B;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      const word =
        (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24);
      a = stepA(a, word);
      b = stepB(b, a, word);
    }
    this.finish(a, b, wordOf(bytes, at, end - at), end - start);
  }

  /** Ends a hash with the bytes that make no whole word, as a word filled up with zeros, and the number of all bytes. */
  finish(a: number, b: number, tail: number, length: number): void {
    const lastA = stepA(a, tail ^ length);
    const lastB = stepB(b, lastA, tail) ^ length;
    this.mix(lastA, lastB);
  }

  /** Hashes two 64-bit hashes to one, which depends on their order. */
  combine(firstA: number, firstB: number, secondA: number, secondB: number): void {
    const a = stepA(stepA(firstA, secondA), secondB);
    const b = stepB(stepB(firstB, firstA, secondB), a, secondA);
    this.mix(a, b);
  }

  /** Lets each bit of two halves bear upon all of them. No two pairs give the same. */
  mix(a: number, b: number): void {
    const x = Math.imul(a ^ (a >>> 16), FINAL_A);
    const y = Math.imul((b + x) ^ ((b + x) >>> 16), FINAL_B);
    const z = (x ^ (x >>> 13)) + y;
    this.a = z ^ (z >>> 16);
    this.b = y ^ (y >>> 13) ^ Math.imul(this.a, MULTIPLIER_A);
  }
}

/** Up to four bytes as a little-endian word. */
function wordOf(bytes: Uint8Array, at: number, count: number): number {
  let word = 0;
  for (let index = 0; index < count; index++) word |= (bytes[at + index] ?? 0) << (index * 8);
  return word;
}
