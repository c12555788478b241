/** What a node of a tape is, by its number in `tape.kinds`. */
export const NodeKind = {
  null: 0,
  false: 1,
  true: 2,
  number: 3,
  string: 4,
  array: 5,
  object: 6,
} as const;

export type NodeKind = (typeof NodeKind)[keyof typeof NodeKind];

/** What else there is to say of a node: bits of `tape.flags`. */
export const NodeFlag = {
  /** A string with escapes: its bytes are not its characters. */
  escaped: 1,
  /** A string with an escape for half of a surrogate pair, which no text can hold. JSON.parse lets it pass. */
  loneSurrogate: 2,
  /** A member whose key is written with escapes. */
  keyEscaped: 4,
  /** A member whose key stood before in the same object. JSON.parse lets the last one win; whoever counts takes the first. */
  duplicateKey: 8,
  /** A number with a fraction or an exponent as it is written, whether or not its value is whole. */
  fractionOrExponent: 16,
  /** A number whose magnitude no double can hold: JSON.parse makes it infinite. */
  beyondDouble: 32,
} as const;

/** What stands in `tape.slots` for a node that is no field of its object's shape. */
export const NoSlot = {
  /** An item of an array, the root, or a member with a name that the shape does not know. */
  unknown: -1,
  /** A member with a name that the shape does not know and that has an `@` in it. */
  annotation: -2,
} as const;
