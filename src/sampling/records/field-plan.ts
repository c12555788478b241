import type { Shape } from '../../json/shape.js';
import type { RecordModel } from './record-model.js';

/** What is done with a field of a record, by its number in `FieldPlan.roles`. */
export const FieldRole = {
  /** Counted when it is present. */
  plain: 0,
  /** Besides, its value or each item of its collection is counted. */
  lookup: 1,
  /** The same, for values that are lists with commas (an EnumType with IsFlags). */
  flags: 2,
  /** An object or collection of objects whose fields are counted by their paths. */
  complex: 3,
  /** Records of another model: no content of this record. */
  expansion: 4,
  /** A collection of values of a lookup; a text in its place may be several (RESO Common Format). */
  collection: 5,
} as const;
export type FieldRole = (typeof FieldRole)[keyof typeof FieldRole];

/** What is done with the fields of an object: of a record, or of a complex value somewhere in it. All by slot. */
export interface FieldPlan {
  readonly shape: Shape;
  /** What stands before the names of its fields: nothing for a record, `Home/` inside a complex value. */
  readonly path: string;
  /** {@link FieldRole} of each field. */
  readonly roles: Uint8Array;
  /** The number of each field's counter in its model; -1 for expansions. */
  readonly counters: Int32Array;
  /** The plans of complex values. */
  readonly nested: (FieldPlan | undefined)[];
  /** The models of expansions. */
  readonly targets: (RecordModel | undefined)[];
}

/** A plan in which every field is plain and has no counter. */
export function emptyPlan(shape: Shape, path: string): FieldPlan {
  const { length } = shape;
  return {
    shape,
    path,
    roles: new Uint8Array(length),
    counters: new Int32Array(length).fill(-1),
    nested: new Array(length).fill(undefined),
    targets: new Array(length).fill(undefined),
  };
}
