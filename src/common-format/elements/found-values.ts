import type { Location } from '../../core/finding.js';
import { listedValues } from '../../dictionary/listed-values.js';
import { ByteHash } from '../../json/byte-hash.js';
import { NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import { ValueCounts } from '../../sampling/records/value-counts.js';
import type { WatchedLookup } from './watch-plan.js';

/** A value of an open lookup that payloads have, standard or local. */
export interface FoundValue {
  readonly in: WatchedLookup;
  readonly value: string;
  readonly count: number;
  /** Where it was met first. */
  readonly location: Location;
}

/** How many local values are told by name, of one field and of all, and how long one may be. */
export interface FoundLimits {
  readonly values: number;
  readonly allValues: number;
  readonly characters: number;
}

export type LocateNode = (node: number) => Location;

/** The values of open lookups in payloads, by field. Standard ones too: a near name matters where the standard one is absent. */
export class FoundValues {
  readonly #counts = new ValueCounts();
  readonly #ids = new Map<WatchedLookup, number>();
  readonly #lookups: WatchedLookup[] = [];
  readonly #locations: Location[] = [];
  /** By id of the lookup: local values that are told by name, and how often others came. */
  readonly #named: number[] = [];
  readonly #others: number[] = [];
  #allNamed = 0;
  readonly #hash = new ByteHash();

  constructor(private readonly limits: FoundLimits) {}

  /** Takes the value of a field in: a text, or a list of them. */
  add(lookup: WatchedLookup, tape: Tape, node: number, locate: LocateNode): void {
    if (tape.kind(node) === NodeKind.string) this.#text(lookup, tape, node, locate);
    else if (tape.kind(node) === NodeKind.array && lookup.isMultiple) {
      for (let item = node + 1; item < tape.next(node); item = tape.next(item)) {
        if (tape.kind(item) === NodeKind.string) this.#value(lookup, tape, item, locate);
      }
    }
  }

  /** The fields that have values. */
  get lookups(): readonly WatchedLookup[] {
    return this.#lookups;
  }

  /** All that are told by name, in the order in which they came. */
  get all(): readonly FoundValue[] {
    const { fields, texts } = this.#counts;
    return texts.map((value, index) => ({
      in: this.#lookups[fields[index] ?? 0] as WatchedLookup,
      value,
      count: this.#counts.total(index),
      location: this.#locations[index] as Location,
    }));
  }

  /** Those of them that are no standard values. */
  get local(): readonly FoundValue[] {
    return this.all.filter((found) => !found.in.standard.has(found.value));
  }

  /** How often local values came that are not told by name. */
  get others(): readonly { readonly in: WatchedLookup; readonly count: number }[] {
    return this.#lookups
      .map((lookup, id) => ({ in: lookup, count: this.#others[id] ?? 0 }))
      .filter(({ count }) => count > 0);
  }

  #text(lookup: WatchedLookup, tape: Tape, node: number, locate: LocateNode): void {
    const text = lookup.isMultiple ? textOf(tape, node) : '';
    if (!text.includes(',')) {
      this.#value(lookup, tape, node, locate);
      return;
    }
    for (const value of listedValues(text, (part) => lookup.standard.has(part))) {
      const bytes = Buffer.from(value, 'utf8');
      this.#hash.of(bytes, 0, bytes.length);
      const { a, b } = this.#hash;
      if (!this.#recount(lookup, a, b)) this.#open(lookup, a, b, value, () => locate(node));
    }
  }

  #value(lookup: WatchedLookup, tape: Tape, node: number, locate: LocateNode): void {
    if (tape.isEmpty(node)) return;
    const [a, b] = [tape.hashesA[node] as number, tape.hashesB[node] as number];
    if (!this.#recount(lookup, a, b)) this.#open(lookup, a, b, textOf(tape, node), () => locate(node));
  }

  /** Counts a value that came before. False for one that did not. */
  #recount(lookup: WatchedLookup, a: number, b: number): boolean {
    const known = this.#counts.find(this.#idOf(lookup), a, b);
    if (known >= 0) this.#counts.addTotal(known, 1);
    return known >= 0;
  }

  #open(lookup: WatchedLookup, a: number, b: number, value: string, locate: () => Location): void {
    const id = this.#idOf(lookup);
    if (!lookup.standard.has(value)) {
      const named = this.#named[id] ?? 0;
      if (this.#isTooMuch(named, value)) {
        this.#others[id] = (this.#others[id] ?? 0) + 1;
        return;
      }
      this.#named[id] = named + 1;
      this.#allNamed += 1;
    }
    this.#counts.addTotal(this.#counts.add(id, a, b, value), 1);
    this.#locations.push(locate());
  }

  #isTooMuch(named: number, value: string): boolean {
    const { values, allValues, characters } = this.limits;
    return named >= values || this.#allNamed >= allValues || value.length > characters;
  }

  #idOf(lookup: WatchedLookup): number {
    const known = this.#ids.get(lookup);
    if (known !== undefined) return known;
    const id = this.#lookups.push(lookup) - 1;
    this.#ids.set(lookup, id);
    return id;
  }
}
