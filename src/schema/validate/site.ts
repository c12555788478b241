import type { FaultTally } from './fault-tally.js';
import type { Sighting } from './payload-facts.js';
import type { FieldRule, Structure } from './structure.js';

const UNSEEN = 0;
const PRESENT = 1;
const FILLED = 2;

/**
 * A place in payloads where objects of one structure stand: the records of a payload, those of an expansion, the value of a
 * complex field. Keeps what was seen and found there.
 */
export class Site {
  /** By field, kind of fault and message. */
  readonly tallies = new Map<number, FaultTally>();
  /** By kind of fault, then by a name of the payload. */
  readonly namedTallies: (Map<string | undefined, FaultTally> | undefined)[] = [];
  readonly #seen: Uint8Array;
  readonly #told: Uint8Array;
  readonly #children: (Site | undefined)[] = [];
  #hasRecord = false;
  #hasWhole = false;
  #hasToldWhole = false;
  #hasNews = false;

  constructor(
    readonly structure: Structure,
    /** The resource of the payload's own records. */
    readonly source: string,
    /** The resource whose record an object here is, or belongs to. */
    readonly resource: Structure,
    /** The navigation properties from the payload's own record to that record; empty for the record itself. */
    readonly expansion: string,
    /** The complex fields from that record to here, each with its slash. */
    readonly prefix: string,
  ) {
    this.#seen = new Uint8Array(structure.rules.length);
    this.#told = new Uint8Array(structure.rules.length);
  }

  sawValue(slot: number): void {
    if (this.#seen[slot] !== FILLED) this.#see(slot, FILLED);
  }

  sawNull(slot: number): void {
    if (this.#seen[slot] === UNSEEN) this.#see(slot, PRESENT);
  }

  /** @param isWhole whether it was fetched without `$select` */
  sawRecord(isWhole: boolean): void {
    if (this.#hasRecord && (!isWhole || this.#hasWhole)) return;
    this.#hasRecord = true;
    this.#hasWhole ||= isWhole;
    this.#hasNews = true;
  }

  /** The place of what a field here holds. */
  child({ slot }: FieldRule): Site | undefined {
    return this.#children[slot];
  }

  /** Makes the place of what a field here holds. */
  open({ slot, field, isExpansion }: FieldRule, target: Structure): Site {
    const path = [this.expansion, `${this.prefix}${field.name}`].filter((part) => part !== '').join('/');
    const child = isExpansion
      ? new Site(target, this.source, target, path, '')
      : new Site(target, this.source, this.resource, this.expansion, `${this.prefix}${field.name}/`);
    this.#children[slot] = child;
    return child;
  }

  /** What was seen here and not told before; nothing when there is nothing new. */
  takeSighting(): Sighting | undefined {
    if (!this.#hasNews) return undefined;
    this.#hasNews = false;
    const hasWhole = this.#hasWhole && !this.#hasToldWhole;
    const filled: string[] = [];
    const present: string[] = [];
    for (const [slot, { field }] of this.structure.rules.entries()) {
      const seen = this.#seen[slot] as number;
      if (seen === this.#told[slot]) continue;
      (seen === FILLED ? filled : present).push(`${this.prefix}${field.name}`);
      this.#told[slot] = seen;
    }
    this.#hasToldWhole = this.#hasWhole;
    return { resource: this.resource.name, hasWhole, filled, present };
  }

  #see(slot: number, what: number): void {
    this.#seen[slot] = what;
    this.#hasNews = true;
  }
}
