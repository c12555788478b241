/** Pseudo-random numbers from a seed (mulberry32), so that a failure can be had again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 to below the bound. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  }

  chance(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
}

const NAMES = [
  'a',
  'bc',
  'ListPrice',
  'ListPrice@odata.type',
  '',
  'Straße',
  '__proto__',
  'a\\u0062',
  '🏠',
  'toString',
];
const NUMBERS = [
  '0',
  '-0',
  '7',
  '-12',
  '350000',
  '1.50',
  '0.001',
  '1e3',
  '1E-2',
  '12345678901234567890',
  '1e308',
  '1e999',
];
const PIECES = [
  'x',
  ' ',
  'Hello',
  'é',
  '北京',
  '🏠',
  '\\n',
  '\\"',
  '\\\\',
  '\\u0041',
  '\\ud83c\\udfe0',
  '\\ud800',
  '\u007f',
  '/',
];
const BLANKS = ['', '', '', ' ', '\n', '\t', '\r\n  '];

/** A random JSON text: valid, with everything that is hard to read in it. */
export function randomJson(random: Random, depth = 4): string {
  const blank = () => random.pick(BLANKS);
  const kind = random.below(depth === 0 ? 4 : 7);
  if (kind === 0) return random.pick(['null', 'true', 'false']);
  if (kind === 1) return random.pick(NUMBERS);
  if (kind < 4) return randomString(random);
  const items = Array.from({ length: random.below(5) }, () => {
    const value = `${blank()}${randomJson(random, depth - 1)}${blank()}`;
    return kind === 4 ? value : `${blank()}"${random.pick(NAMES)}"${blank()}:${value}`;
  });
  return kind === 4 ? `[${items.join(',') || blank()}]` : `{${items.join(',') || blank()}}`;
}

/** The same with some bytes changed, dropped, doubled or cut off. */
export function mutate(random: Random, bytes: Uint8Array): Buffer {
  const mutated = [...bytes];
  for (let times = 1 + random.below(2); times > 0; times--) {
    const at = random.below(mutated.length);
    const what = random.below(4);
    if (what === 0)
      mutated[at] = random.pick([
        0x22,
        0x5c,
        0x2c,
        0x7b,
        0x5d,
        0x00,
        0x20,
        0x30,
        0x65,
        0x2e,
        random.below(256),
      ]);
    else if (what === 1) mutated.splice(at, 1);
    else if (what === 2) mutated.splice(at, 0, mutated[random.below(mutated.length)] ?? 0x20);
    else mutated.length = at;
  }
  return Buffer.from(mutated);
}

function randomString(random: Random): string {
  return `"${Array.from({ length: random.below(8) }, () => random.pick(PIECES)).join('')}"`;
}
