import { NodeFlag, NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { geoJsonKindOf } from '../geojson-kinds.js';
import { INTEGER_RANGES } from '../numeric-ranges.js';
import { FaultKind } from './fault-kind.js';
import type { FieldRule } from './structure.js';
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
  const isWhole =
    name === 'number' && tape.decimals(node) === 0 && !tape.hasFlag(node, NodeFlag.beyondDouble);
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

/** A fault as the grouped errors call it, and as a finding says what should be and what is. */
export interface FaultWords {
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
}

/** A value of another type than it should have, null included. */
export function wordsOfType(expected: JsonTypeName, found: JsonTypeName): FaultWords {
  return { message: `MUST be ${expected} but found ${found}`, expected, found };
}

/** A name that stands for others. */
export function wordsOfSynonym(standsFor: readonly string[]) {
  const message = 'Fields MUST NOT be called by synonyms of standard fields';
  return { message, expected: standsFor.join(' or '), standsFor };
}

/** A fault that is no matter of type; without a rule for what is no declared field. */
export function wordsOf(fault: FaultKind, rule: FieldRule | undefined): FaultWords {
  switch (fault) {
    case FaultKind.maxLength: {
      const limit = `${rule?.maxLength} ${rule?.check === ValueCheck.binary ? 'octets' : 'characters'}`;
      const must = rule?.primitive?.isSuggested === true ? 'SHOULD' : 'MUST';
      const whose = must === 'MUST' ? 'advertised' : 'suggested';
      const message = `${must} have a maximum ${whose} length of ${limit}`;
      return { message, expected: `at most ${limit}` };
    }
    case FaultKind.enum:
      return {
        message: 'MUST be equal to one of the allowed values',
        expected: `values of ${rule?.field.type.kind === 'lookup' ? rule.field.type.lookup : 'its lookup'}`,
      };
    case FaultKind.format: {
      const format = rule === undefined ? '' : formatOf(rule);
      return { message: `MUST match format "${format}"`, expected: format };
    }
    case FaultKind.precision: {
      const facets = facetsOf(rule);
      return { message: `MUST fit the advertised ${facets}`, expected: facets };
    }
    case FaultKind.range: {
      const range = rangeOf(rule);
      return { message: `MUST be ${range}`, expected: range };
    }
    case FaultKind.unadvertised:
      return { message: 'Fields MUST be advertised in the metadata' };
    case FaultKind.required:
      return { message: 'Fields that are not nullable MUST be present' };
    case FaultKind.duplicateKey:
      return { message: 'Names MUST be unique within an object' };
    default:
      return {
        message: 'SHOULD be the Universal Parcel Identifier of the record',
        expected: 'urn:reso:upi:2.0:<country>:<subdivision>:[sub:<n>:]<parcel>',
      };
  }
}

function facetsOf(rule: FieldRule | undefined): string {
  const { precision, scale } = rule?.primitive ?? {};
  return [
    ...(precision === undefined ? [] : [`precision of ${precision}`]),
    ...(scale === undefined ? [] : [`scale of ${scale}`]),
  ].join(' and ');
}

function rangeOf(rule: FieldRule | undefined): string {
  const name = rule?.primitive?.name;
  const range = name === undefined ? undefined : INTEGER_RANGES[name];
  if (range !== undefined) return `between ${range.minimum} and ${range.maximum}`;
  return `within the range of a ${name === 'Edm.Single' ? 'single' : 'double'}-precision number`;
}
