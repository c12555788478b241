import type { ServedResource } from '../served-resources.js';
import type { Entity, Value } from './value.js';

/** The records of one resource. Each is made when it is asked for, and is the same each time. */
export interface EntitySet {
  readonly resource: ServedResource;
  readonly count: number;
  /**
   * A record with these fields, or with all. Fields that are not declared are left out.
   *
   * @param index from 0, below {@link count}
   */
  entity(index: number, fields?: ReadonlySet<string>): Entity;
  /** The index of the record with this key. */
  indexOf(key: Value): number | undefined;
  /** The indices of the records at the other end of an expansion, in the set of its target. */
  related(index: number, expansion: string): readonly number[];
}
