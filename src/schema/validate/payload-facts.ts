import type { Location } from '../../core/finding.js';
import type { FaultName } from './fault-kind.js';

/**
 * What was seen in a piece of payload, as plain data: small, whatever the size of the piece, good for JSON. Pieces add up in
 * a `PayloadBook`, in whatever order.
 */
export interface PayloadFacts {
  /** Records judged, those inside others not counted. */
  readonly records: number;
  /** Only what no earlier piece of the same validator had seen. */
  readonly sightings: readonly Sighting[];
  readonly faults: readonly FaultCount[];
}

/** What of a resource was seen at all, there or in expansions: what was not seen is not judged. */
export interface Sighting {
  readonly resource: string;
  /** True when a record was seen that was fetched without `$select`. */
  readonly hasWhole: boolean;
  /** The fields that had a value, and those that were there, with or without one; complex ones as paths. */
  readonly filled: readonly string[];
  readonly present: readonly string[];
}

/** Faults of one kind in one place. */
export interface FaultCount {
  readonly fault: FaultName;
  /** What the grouped errors call it: `MUST be number but found string`. */
  readonly message: string;
  /** What the value should be, and of what type it is, where that says something. */
  readonly expected?: string;
  readonly found?: string;
  /** The resource whose record it is; inside an expansion that of the expanded record. */
  readonly resource: string;
  /** A name, or a path inside a complex value; absent for a fault of the record itself, and for names beyond the bound. */
  readonly field?: string;
  /** The path of navigation properties from the payload's own record. */
  readonly expansion?: string;
  /** The resource of the payload's own record. */
  readonly source: string;
  /** The fields that the name is a synonym of. */
  readonly standsFor?: readonly string[];
  /** True for a foreign value of a field that may have some. */
  readonly isExempt?: true;
  readonly count: number;
  /** Enumeration values with their counts. */
  readonly values?: readonly (readonly [value: string, count: number])[];
  /** How many foreign values more there were than {@link values} tells, at most as many different ones. */
  readonly otherValues?: number;
  /** The greatest length, of texts that are too long. */
  readonly largest?: number;
  /** The names of the key properties, separated by commas. */
  readonly keyField?: string;
  /** Keys of some of the records: the first of each piece. */
  readonly keys?: readonly string[];
  /** Where the first of them is. */
  readonly first?: FaultPlace;
}

/** Where a payload has a fault: in a file, or in the answer of an exchange. */
export interface FaultPlace {
  readonly location?: Location;
  readonly exchange?: string;
}
