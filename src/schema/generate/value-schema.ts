import type { PrimitiveName, PrimitiveType } from '../definitions.js';
import { geoJsonKindOf } from '../geojson-kinds.js';
import { INTEGER_RANGES, maxWholeDigits, SINGLE_LIMIT } from '../numeric-ranges.js';
import {
  binaryPattern,
  DATE_PATTERN,
  DATE_TIME_OFFSET_PATTERN,
  DURATION_PATTERN,
  GUID_PATTERN,
  TIME_OF_DAY_PATTERN,
} from '../text-patterns.js';
import type { SchemaIdentifiers } from './identifiers.js';
import type { SchemaObject } from './json-schema.js';

const PATTERNS: Readonly<Partial<Record<PrimitiveName, string>>> = {
  'Edm.Date': DATE_PATTERN,
  'Edm.DateTimeOffset': DATE_TIME_OFFSET_PATTERN,
  'Edm.TimeOfDay': TIME_OF_DAY_PATTERN,
  'Edm.Duration': DURATION_PATTERN,
};

/** Decimals of so many digits are exact as the doubles that validators compare. */
const EXACT_DIGITS = 15;
/** 10 to this power is about the largest double. */
const MAX_EXPONENT = 308;
/** JSON.parse makes what is beyond it infinite. */
const ANY_DOUBLE = { minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE } as const;

/** What a value of a primitive type must be, null allowed or not, by the table of OData types. */
export function primitiveSchema(
  type: PrimitiveType,
  isNullable: boolean,
  identifiers: SchemaIdentifiers,
): SchemaObject {
  const integers = INTEGER_RANGES[type.name];
  if (integers !== undefined) {
    return { type: orNull('integer', isNullable), minimum: integers.minimum, maximum: integers.maximum };
  }
  const pattern = PATTERNS[type.name];
  if (pattern !== undefined) return { type: orNull('string', isNullable), pattern };
  switch (type.name) {
    case 'Edm.String':
      return { type: orNull('string', isNullable), maxLength: type.maxLength };
    case 'Edm.Boolean':
      return { type: orNull('boolean', isNullable) };
    case 'Edm.Decimal':
      return { type: orNull('number', isNullable), ...decimalBounds(type) };
    case 'Edm.Double':
    case 'Edm.Single':
      return floatSchema(type.name, isNullable);
    case 'Edm.Guid':
      return { type: orNull('string', isNullable), format: 'uuid', pattern: GUID_PATTERN };
    case 'Edm.Binary':
      return {
        type: orNull('string', isNullable),
        contentEncoding: 'base64url',
        pattern: binaryPattern(type.maxLength),
      };
    default:
      return referenceOrNull(identifiers.geoJson(geoJsonKindOf(type.name)), isNullable);
  }
}

/** A reference to another definition, or null. */
export function referenceOrNull($ref: string, isNullable: boolean): SchemaObject {
  return isNullable ? { anyOf: [{ $ref }, { type: 'null' }] } : { $ref };
}

function orNull(type: string, isNullable: boolean): string | readonly string[] {
  return isNullable ? [type, 'null'] : type;
}

/** OData JSON 4.01, section 7.1: what is no number in JSON is written as text. */
function floatSchema(name: 'Edm.Double' | 'Edm.Single', isNullable: boolean): SchemaObject {
  const limits =
    name === 'Edm.Single' ? { exclusiveMinimum: -SINGLE_LIMIT, exclusiveMaximum: SINGLE_LIMIT } : ANY_DOUBLE;
  return {
    anyOf: [
      { type: 'number', ...limits },
      { enum: ['INF', '-INF', 'NaN'] },
      ...(isNullable ? [{ type: 'null' }] : []),
    ],
  };
}

/**
 * How large a decimal can be. How many digits it has after the point cannot be said safely: validators compute
 * `multipleOf` with doubles, so that 1.1 would be no multiple of 0.01.
 */
function decimalBounds(type: PrimitiveType): SchemaObject {
  const wholeDigits = maxWholeDigits(type);
  if (wholeDigits === undefined || wholeDigits > MAX_EXPONENT) return ANY_DOUBLE;
  const limit = 10 ** wholeDigits;
  return (type.precision ?? 0) <= EXACT_DIGITS
    ? { exclusiveMinimum: -limit, exclusiveMaximum: limit }
    : { minimum: -limit, maximum: limit };
}
