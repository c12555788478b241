import type { Shape } from '../../json/shape.js';

/** What the records of a resource are: which fields are counted how, and what tells one record from another. */
export interface RecordModel {
  /** The resource. */
  readonly name: string;
  /** Its place among the models; the same as long as the metadata is. */
  readonly index: number;
  readonly shape: Shape;
  readonly plan: FieldPlan;
  /** The fields by counter: names, and paths for what is inside complex values (`Home/Zip`). */
  readonly fields: readonly string[];
  /** Which counter belongs to a lookup, and what it advertises; `undefined` where the metadata lists no value. */
  readonly lookups: ReadonlyMap<number, ReadonlySet<string> | undefined>;
  /** The names of the key fields as declared. */
  readonly keyFields: readonly string[];
  /** The key fields as paths of slots; empty where there is no key, or one that names no field. */
  readonly keySlots: readonly (readonly number[])[];
  /** The slot of the field that records are ordered by, or -1. */
  readonly timestampSlot: number;
  /** The counter of the field with postal codes, or -1. */
  readonly postalCodeCounter: number;
}

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

/** The models of a run. */
export interface RecordModels {
  readonly byName: ReadonlyMap<string, RecordModel>;
  readonly all: readonly RecordModel[];
  /** Changes with everything that the numbers in a checkpoint depend on: names, their order, and what they lead to. */
  readonly fingerprint: number;
}
