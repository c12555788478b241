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
