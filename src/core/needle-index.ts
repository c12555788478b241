/** A part of a text, in UTF-16 units: `end` is the first unit after it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A text to find, of at least `SHORTEST_NEEDLE` units. */
export interface Needle {
  readonly text: string;
  /** The character of Base64 before it, or the one after it with its padding, holds some bits of the secret too. */
  readonly partBefore?: boolean;
  readonly partAfter?: boolean;
}

/** How long a needle must be. */
export const SHORTEST_NEEDLE = 4;

const BASE64 = /^[A-Za-z0-9+/_-]$/;
const SLOTS = 2 ** 16;

/** Finds many texts at once, in one pass: most places of a text are dismissed by the hash of four units. */
export class NeedleIndex {
  readonly #taken = new Uint8Array(SLOTS);
  readonly #byBeginning = new Map<string, Needle[]>();
  #longest = 0;

  add(needle: Needle): void {
    const beginning = needle.text.slice(0, SHORTEST_NEEDLE);
    const bucket = this.#byBeginning.get(beginning) ?? [];
    bucket.push(needle);
    bucket.sort((a, b) => b.text.length - a.text.length);
    this.#byBeginning.set(beginning, bucket);
    this.#taken[slotOf(needle.text, 0)] = 1;
    this.#longest = Math.max(this.#longest, needle.text.length);
  }

  /** Where the needles are, the longest one at each place. Ranges may overlap. */
  find(text: string): TextRange[] {
    const found: TextRange[] = [];
    for (let at = 0; at + SHORTEST_NEEDLE <= text.length; at += 1) {
      if (this.#taken[slotOf(text, at)] === 0) continue;
      const bucket = this.#byBeginning.get(text.slice(at, at + SHORTEST_NEEDLE));
      const needle = bucket?.find((one) => text.startsWith(one.text, at));
      if (needle !== undefined) found.push(widen(text, at, needle));
    }
    return found;
  }

  /** Where the text ends with the beginning of a needle, cut off at the text's end; the longest such end. */
  findBeginning(text: string): number | undefined {
    const last = text.length - SHORTEST_NEEDLE;
    for (let at = Math.max(0, text.length - this.#longest); at <= last; at += 1) {
      const bucket = this.#byBeginning.get(text.slice(at, at + SHORTEST_NEEDLE)) ?? [];
      const tail = text.slice(at);
      if (bucket.some((needle) => needle.text.startsWith(tail))) return at;
    }
    return undefined;
  }
}

function slotOf(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SHORTEST_NEEDLE; i += 1) hash = (hash * 31 + text.charCodeAt(i)) & (SLOTS - 1);
  return hash;
}

function widen(text: string, at: number, { text: needle, partBefore, partAfter }: Needle): TextRange {
  const start = partBefore === true && BASE64.test(text.charAt(at - 1)) ? at - 1 : at;
  let end = at + needle.length;
  if (partAfter === true && BASE64.test(text.charAt(end))) {
    end += 1;
    while (text.charAt(end) === '=') end += 1;
  }
  return { start, end };
}
