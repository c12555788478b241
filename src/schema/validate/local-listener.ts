import type { Tape } from '../../json/tape.js';
import type { Site } from './site.js';

/** Where a local field or value stands. */
export interface LocalPlace {
  /** The resource whose record it is in. */
  readonly resource: string;
  /** A name, or a path inside a complex value. */
  readonly field: string;
  /** The path of navigation properties from the payload's own record; empty for that record. */
  readonly expansion: string;
}

/** Hears of what no definition knows, where that is no fault. What it is told is good until it returns. */
export interface LocalListener {
  /** A field that is not defined, and its value. */
  field(place: LocalPlace, tape: Tape, node: number): void;
  /** A value that its open lookup does not have. */
  value(place: LocalPlace, value: string): void;
}

export function placeOf({ resource, prefix, expansion }: Site, name: string): LocalPlace {
  return { resource: resource.name, field: `${prefix}${name}`, expansion };
}
