/**
 * Chance that can be repeated. There is no stream that runs through the whole data: whatever is drawn starts from a
 * number mixed from the seed, the name of the field and the index of the record. So any record can be made at any
 * time, in any order, and is the same each time.
 *
 * The mixing is the finaliser of MurmurHash3 (32 bits), the sequence within one draw is SplitMix32. Neither is meant
 * for secrets.
 */

const GOLDEN = 0x9e3779b9;

/** One 32-bit number from two. Both are cut to 32 bits. */
export function mix(a: number, b: number): number {
  return finalise(Math.imul(a ^ GOLDEN, 0x85ebca6b) ^ Math.imul((b + 0x7f4a7c15) | 0, 0xc2b2ae35));
}

/** A whole number of any size, as the 32-bit number that everything else is mixed with. */
export function seedOf(seed: number): number {
  return mix(seed | 0, Math.floor(seed / 2 ** 32));
}

/** A 32-bit number for a name (FNV-1a over its UTF-16 code units). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return finalise(hash);
}

/** A short sequence of draws that starts from one number. */
export class Draws {
  #state: number;

  constructor(start: number) {
    this.#state = start;
  }

  /** At least 0 and below 1. */
  next(): number {
    this.#state = (this.#state + GOLDEN) | 0;
    return finalise(this.#state) / 2 ** 32;
  }

  /** True in this share of the cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number, `from` and `to` included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** So many decimal digits, the first not zero. */
  digits(count: number): string {
    let text = String(this.between(1, 9));
    while (text.length < count) text += String(this.between(0, 9));
    return text;
  }
}

function finalise(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
