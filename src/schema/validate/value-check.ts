import type { PrimitiveName } from '../definitions.js';

/** How the values of a field are judged. */
export const ValueCheck = {
  /** Any value is fine. */
  none: 0,
  string: 1,
  boolean: 2,
  integer: 3,
  decimal: 4,
  double: 5,
  date: 6,
  dateTimeOffset: 7,
  timeOfDay: 8,
  duration: 9,
  guid: 10,
  binary: 11,
  geo: 12,
  lookup: 13,
  flags: 14,
  /** An object of known fields. */
  structure: 15,
  /** A string that is to be a Universal Parcel Identifier. */
  parcelId: 16,
} as const;
export type ValueCheck = (typeof ValueCheck)[keyof typeof ValueCheck];

const OF_TYPE: Readonly<Partial<Record<PrimitiveName, ValueCheck>>> = {
  'Edm.String': ValueCheck.string,
  'Edm.Boolean': ValueCheck.boolean,
  'Edm.SByte': ValueCheck.integer,
  'Edm.Byte': ValueCheck.integer,
  'Edm.Int16': ValueCheck.integer,
  'Edm.Int32': ValueCheck.integer,
  'Edm.Int64': ValueCheck.integer,
  'Edm.Decimal': ValueCheck.decimal,
  'Edm.Double': ValueCheck.double,
  'Edm.Single': ValueCheck.double,
  'Edm.Date': ValueCheck.date,
  'Edm.DateTimeOffset': ValueCheck.dateTimeOffset,
  'Edm.TimeOfDay': ValueCheck.timeOfDay,
  'Edm.Duration': ValueCheck.duration,
  'Edm.Guid': ValueCheck.guid,
  'Edm.Binary': ValueCheck.binary,
};

/** How values of a primitive type are judged; what has no entry of its own is a geo type. */
export function checkOf(name: PrimitiveName): ValueCheck {
  return OF_TYPE[name] ?? ValueCheck.geo;
}
