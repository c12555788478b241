import type { FaultCount, PayloadFacts, Sighting } from '../validate/payload-facts.js';
import { FaultTotal } from './fault-total.js';

/** Different faults beyond this number are counted without the name of their field. */
const MOST_TOTALS = 20_000;

/** What was seen of a resource in all payloads. */
export interface SeenResource {
  readonly hasRecord: boolean;
  readonly hasWhole: boolean;
  readonly filled: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
}

interface Seen {
  readonly hasRecord: true;
  hasWhole: boolean;
  readonly filled: Set<string>;
  readonly present: Set<string>;
}

const UNSEEN: SeenResource = { hasRecord: false, hasWhole: false, filled: new Set(), present: new Set() };

/**
 * Adds up what was seen in pieces of payload, in whatever order they come: after the same pieces the counts are the same. Its
 * memory is bounded by the metadata, not by the payloads.
 */
export class PayloadBook {
  readonly #totals = new Map<string, FaultTotal>();
  readonly #seen = new Map<string, Seen>();
  #records = 0;

  add({ records, sightings, faults }: PayloadFacts): void {
    this.#records += records;
    for (const sighting of sightings) this.#see(sighting);
    for (const fault of faults) this.#total(fault).add(fault);
  }

  /** Records judged, those inside others not counted. */
  get records(): number {
    return this.#records;
  }

  get totals(): readonly FaultTotal[] {
    return [...this.#totals.values()];
  }

  /** What was seen of a resource, there or in expansions. */
  seen(resource: string): SeenResource {
    return this.#seen.get(resource) ?? UNSEEN;
  }

  #see({ resource, hasWhole, filled, present }: Sighting): void {
    const seen = this.#seen.get(resource) ?? {
      hasRecord: true,
      hasWhole: false,
      filled: new Set(),
      present: new Set(),
    };
    this.#seen.set(resource, seen);
    seen.hasWhole ||= hasWhole;
    for (const field of filled) seen.filled.add(field);
    for (const field of present) seen.present.add(field);
  }

  #total(fault: FaultCount): FaultTotal {
    const key = keyOf(fault, fault.field);
    const known = this.#totals.get(key);
    if (known !== undefined) return known;
    if (this.#totals.size < MOST_TOTALS) return this.#open(key, fault, fault.field);
    const rest = keyOf(fault, undefined);
    return this.#totals.get(rest) ?? this.#open(rest, fault, undefined);
  }

  #open(key: string, fault: FaultCount, field: string | undefined): FaultTotal {
    const total = new FaultTotal(fault, field);
    this.#totals.set(key, total);
    return total;
  }
}

function keyOf(fault: FaultCount, field: string | undefined): string {
  const { message, resource, expansion, source, isExempt } = fault;
  return JSON.stringify([fault.fault, message, resource, expansion, source, isExempt, field]);
}
