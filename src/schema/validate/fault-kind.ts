/** What can be wrong with a value of a payload, by the number that the walk over a payload speaks of it. */
export const FaultKind = {
  none: 0,
  type: 1,
  null: 2,
  maxLength: 3,
  enum: 4,
  format: 5,
  precision: 6,
  range: 7,
  unadvertised: 8,
  required: 9,
  duplicateKey: 10,
  parcelId: 11,
  synonym: 12,
} as const;
export type FaultKind = (typeof FaultKind)[keyof typeof FaultKind];

/** The same by name, as faults are kept and counted. */
export type FaultName = Exclude<keyof typeof FaultKind, 'none'>;

/** The names by number. */
export const FAULT_NAMES: readonly (FaultName | 'none')[] = Object.keys(FaultKind) as (FaultName | 'none')[];
