import { NodeFlag, NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { INTEGER_RANGES } from '../numeric-ranges.js';
import { geoJsonKindOf } from '../generate/value-schema.js';
import { FaultKind } from './fault-kind.js';
import type { FieldRule } from './field-rule.js';
import { ValueCheck } from './value-check.js';

/** What a value is as JSON, by the names of JSON Schema. */
export const JSON_TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const;
export type JsonTypeName = (typeof JSON_TYPES)[number];

const KIND_NAMES: Readonly<Record<NodeKind, JsonTypeName>> = {
  [NodeKind.null]: 'null',
  [NodeKind.false]: 'boolean',
  [NodeKind.true]: 'boolean',
  [NodeKind.number]: 'number',
  [NodeKind.string]: 'string',
  [NodeKind.array]: 'array',
  [NodeKind.object]: 'object',
};

const FORMATS: Readonly<Partial<Record<ValueCheck, string>>> = {
  [ValueCheck.integer]: 'int64',
  [ValueCheck.decimal]: 'decimal',
  [ValueCheck.date]: 'date',
  [ValueCheck.dateTimeOffset]: 'date-time',
  [ValueCheck.timeOfDay]: 'time',
  [ValueCheck.duration]: 'duration',
  [ValueCheck.guid]: 'uuid',
  [ValueCheck.binary]: 'base64url',
};

/** The type of a value on a tape. */
export function jsonTypeOf(tape: Tape, node: number): JsonTypeName {
  const name = KIND_NAMES[tape.kind(node)];
  const isWhole = name === 'number' && tape.decimals(node) === 0 && !tape.hasFlag(node, NodeFlag.beyondDouble);
  return isWhole ? 'integer' : name;
}

/** The type that a value of the field must have: of the whole value, or of an item of it. */
export function expectedType(rule: FieldRule, ofItem: boolean, isIeee754Compatible: boolean): JsonTypeName {
  if (rule.isCollection && !ofItem) return 'array';
  switch (rule.check) {
    case ValueCheck.boolean:
      return 'boolean';
    case ValueCheck.integer:
      return 'integer';
    case ValueCheck.decimal:
      return isIeee754Compatible ? 'string' : 'number';
    case ValueCheck.double:
      return 'number';
    case ValueCheck.geo:
    case ValueCheck.structure:
      return 'object';
    default:
      return 'string';
  }
}

/** The form that the text of a value must have, by the names of JSON Schema where it has one. */
export function formatOf({ check, primitive }: FieldRule): string {
  if (check !== ValueCheck.geo || primitive === undefined) return FORMATS[check] ?? 'text';
  const kind = geoJsonKindOf(primitive.name);
  return kind === 'Any' ? 'GeoJSON' : `GeoJSON ${kind}`;
}

export function typeMessage(expected: string, found: string): string {
  return `MUST be ${expected} but found ${found}`;
}

/** What the grouped errors say of a fault that is no matter of type. */
export function faultMessage(fault: FaultKind, rule: FieldRule | undefined): string {
  switch (fault) {
    case FaultKind.maxLength:
      return `MUST have a maximum advertised length of ${rule?.maxLength} ${rule?.check === ValueCheck.binary ? 'octets' : 'characters'}`;
    case FaultKind.enum:
      return 'MUST be equal to one of the allowed values';
    case FaultKind.format:
      return `MUST match format "${rule === undefined ? '' : formatOf(rule)}"`;
    case FaultKind.precision:
      return precisionMessage(rule);
    case FaultKind.range:
      return rangeMessage(rule);
    case FaultKind.unadvertised:
      return 'Fields MUST be advertised in the metadata';
    case FaultKind.required:
      return 'Fields that are not nullable MUST be present';
    case FaultKind.duplicateKey:
      return 'Names MUST be unique within an object';
    default:
      return 'SHOULD be the Universal Parcel Identifier of the record';
  }
}

function precisionMessage(rule: FieldRule | undefined): string {
  const { precision, scale } = rule?.primitive ?? {};
  const facets = [
    ...(precision === undefined ? [] : [`precision of ${precision}`]),
    ...(scale === undefined ? [] : [`scale of ${scale}`]),
  ];
  return `MUST fit the advertised ${facets.join(' and ')}`;
}

function rangeMessage(rule: FieldRule | undefined): string {
  const name = rule?.primitive?.name;
  const range = name === undefined ? undefined : INTEGER_RANGES[name];
  if (range !== undefined) return `MUST be between ${range.minimum} and ${range.maximum}`;
  return `MUST be within the range of ${name === 'Edm.Single' ? 'a single' : 'a double'}-precision number`;
}
