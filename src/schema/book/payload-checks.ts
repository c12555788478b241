import type { RuleId } from '../../core/rules.js';
import type { Subject } from '../../core/subject.js';
import type {
  FieldDefinition,
  LookupType,
  PayloadDefinitions,
  PrimitiveName,
  ResourceDefinition,
} from '../definitions.js';
import { isRequired } from '../definitions.js';
import { INTEGER_RANGES } from '../numeric-ranges.js';
import type { FaultName } from '../validate/fault-kind.js';
import { PARCEL_ID } from '../validate/parcel-identifier.js';
import type { SeenResource } from './payload-book.js';
import type { FaultRules } from './payload-rules.js';

/** A check that validation will make: a rule with the field, or the resource, that it is about. */
export interface PayloadCheck {
  readonly rule: RuleId;
  readonly subject: Subject;
  /** What payloads must have for the check to be made. */
  readonly needs: PayloadNeed;
  /** Why the check cannot be made even then. */
  readonly blocked?: 'type' | 'lookup rows';
}

/** A record, one that was fetched whole, the field with or without a value, or a value in it. */
type PayloadNeed = 'record' | 'whole record' | 'field' | 'value';

/** Complex types may hold themselves; fields deeper than this are judged, but have no checks of their own. */
const MOST_NESTING = 5;

const WITH_FORMAT: readonly PrimitiveName[] = [
  'Edm.Date',
  'Edm.DateTimeOffset',
  'Edm.TimeOfDay',
  'Edm.Duration',
  'Edm.Guid',
  'Edm.Binary',
];

/** All checks that payloads of these definitions can be put to: what cannot break a rule has no check of it. */
export function planPayloadChecks(
  definitions: PayloadDefinitions,
  rules: FaultRules,
): readonly PayloadCheck[] {
  return [...definitions.resources.values()].flatMap((resource) => [
    ...faultsOfRecords(resource).map(
      (fault): PayloadCheck => ({
        rule: rules[fault],
        subject: { resource: resource.resourceName },
        needs: 'record',
      }),
    ),
    ...checksOfFields(resource, resource.fields, '', definitions, rules),
  ]);
}

/** What can be wrong with the names in records of a resource. */
function faultsOfRecords({ isOpen }: ResourceDefinition): readonly FaultName[] {
  return isOpen === true ? ['duplicateKey'] : ['unadvertised', 'duplicateKey'];
}

/** True when payloads had what the check needs. */
export function wasSeen({ subject, needs }: PayloadCheck, seen: SeenResource): boolean {
  switch (needs) {
    case 'record':
      return seen.hasRecord;
    case 'whole record':
      return seen.hasWhole;
    case 'field':
      return seen.present.has(subject.field ?? '') || seen.filled.has(subject.field ?? '');
    default:
      return seen.filled.has(subject.field ?? '');
  }
}

function checksOfFields(
  resource: ResourceDefinition,
  fields: ReadonlyMap<string, FieldDefinition>,
  prefix: string,
  definitions: PayloadDefinitions,
  rules: FaultRules,
): readonly PayloadCheck[] {
  const isNested = prefix !== '';
  return [...fields.values()].flatMap((field) => {
    const path = `${prefix}${field.name}`;
    const subject = { resource: resource.resourceName, field: path };
    const own = faultsOf(field, isNested).map(
      ([fault, needs]): PayloadCheck => ({ rule: rules[fault], subject, needs, ...blockOf(field, fault) }),
    );
    const type =
      field.type.kind === 'complex' ? definitions.complexTypes.get(field.type.typeName) : undefined;
    const isShallow = path.split('/').length < MOST_NESTING;
    return type !== undefined && isShallow
      ? [...own, ...checksOfFields(resource, type.fields, `${path}/`, definitions, rules)]
      : own;
  });
}

type PossibleFault = readonly [fault: FaultName, needs: PayloadNeed];

/** What can be wrong with a field of that definition. */
function faultsOf(field: FieldDefinition, isNested: boolean): readonly PossibleFault[] {
  const { type, isCollection, isNullable } = field;
  const takesAnything = type.kind === 'unknown' && type.typeName.startsWith('Edm.') && !isCollection;
  return [
    ...(takesAnything ? [] : [['type', 'value'] as const]),
    ...(isCollection || !isNullable ? [['null', 'field'] as const] : []),
    ...(isRequired(field) && !isNested ? [['required', 'whole record'] as const] : []),
    ...(type.kind === 'lookup' ? faultsOfLookup(type).map((fault) => [fault, 'value'] as const) : []),
    ...(type.kind === 'primitive' ? faultsOfPrimitive(field).map((fault) => [fault, 'value'] as const) : []),
  ];
}

function faultsOfLookup({ maxLength, isOpen }: LookupType): readonly FaultName[] {
  return [
    ...(maxLength === undefined ? [] : (['maxLength'] as const)),
    ...(isOpen === true ? [] : (['enum'] as const)),
  ];
}

function faultsOfPrimitive({ name, type }: FieldDefinition): readonly FaultName[] {
  if (type.kind !== 'primitive') return [];
  const { maxLength, precision, scale, lookupName } = type;
  const isInteger = INTEGER_RANGES[type.name] !== undefined;
  const isFloat = ['Edm.Decimal', 'Edm.Double', 'Edm.Single'].includes(type.name);
  const hasFormat = WITH_FORMAT.includes(type.name) || type.name.startsWith('Edm.Geo');
  return [
    ...(maxLength === undefined ? [] : (['maxLength'] as const)),
    ...(lookupName === undefined ? [] : (['enum'] as const)),
    ...(hasFormat ? (['format'] as const) : []),
    ...(precision === undefined && scale === undefined ? [] : (['precision'] as const)),
    ...(isInteger || isFloat ? (['range'] as const) : []),
    ...(name === PARCEL_ID && type.name === 'Edm.String' ? (['parcelId'] as const) : []),
  ];
}

function blockOf({ type }: FieldDefinition, fault: FaultName): Pick<PayloadCheck, 'blocked'> {
  const isUnknown = type.kind === 'unknown' && !type.typeName.startsWith('Edm.');
  if (isUnknown && fault === 'type') return { blocked: 'type' };
  const isWithoutRows = type.kind === 'primitive' && type.lookupName !== undefined && fault === 'enum';
  return isWithoutRows ? { blocked: 'lookup rows' } : {};
}
