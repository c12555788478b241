import { numericOf } from './decimal.js';
import { parseEnum } from './enum-value.js';
import type { EnumProperty, PrimitiveProperty, PrimitiveType } from './query-schema.js';
import { parseDate, parseDateTimeOffset, parseDuration, parseTimeOfDay } from './temporal.js';
import type { Value } from './value.js';

type Reader = (text: string) => Value | undefined;

const TEXT_READERS: Readonly<Partial<Record<PrimitiveType, Reader>>> = {
  'Edm.String': (text) => text,
  'Edm.Guid': (text) => text.toLowerCase(),
  'Edm.Date': parseDate,
  'Edm.DateTimeOffset': parseDateTimeOffset,
  'Edm.TimeOfDay': parseTimeOfDay,
  'Edm.Duration': parseDuration,
};

/**
 * A property's value as it stands in a record, for evaluation. What is not of the declared type counts as null: a
 * sandbox may serve such values on purpose.
 */
export function readValue(property: PrimitiveProperty | EnumProperty, json: unknown): Value {
  if (!property.isCollection) return readSingle(property, json);
  return Array.isArray(json) ? json.map((item) => readSingle(property, item)) : null;
}

function readSingle(property: PrimitiveProperty | EnumProperty, json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (property.kind === 'enum')
    return typeof json === 'string' ? (parseEnum(json, property) ?? Number.NaN) : null;
  return readPrimitive(property.type, json) ?? null;
}

function readPrimitive(type: PrimitiveType, json: unknown): Value | undefined {
  if (type === 'Edm.Boolean') return typeof json === 'boolean' ? json : undefined;
  const read = TEXT_READERS[type];
  if (read === undefined) return numericOf(json);
  return typeof json === 'string' ? read(json) : undefined;
}
