import { notApplicable, notEvaluated, type Outcome, onPartOfIt, outOfScope } from '../core/outcome.js';
import type { LookupRow } from '../metadata/lookup-rows.js';
import type { EnumType, Member, Position } from '../metadata/model.js';
import type { CheckContext, StandardValue } from './assessment.js';
import { type DeclaredMember, ofMember } from './declared-member.js';
import { blockedByType, effectiveType } from './effective-type.js';
import { lookupNameOf, standardNameOf } from './lookup-name.js';

/** A value of a lookup as the server declares it, by a member of an EnumType or a row of the Lookup Resource. */
export interface DeclaredValue {
  /** The member's name or the row's LookupValue. */
  readonly name: string;
  /** What counts as its standard value: the StandardName or StandardLookupValue where it has one, else its name. */
  readonly standsFor: string;
  /** True when `standsFor` is an OData name, to be compared with LegacyODataValues. */
  readonly isLegacyName: boolean;
  /** Other names under which it declares a standard value: a row's LegacyODataValue. */
  readonly alsoDeclares?: string;
  readonly position?: Position;
}

/** The values of a field's lookup. */
export interface DeclaredValues {
  readonly source: 'EnumType' | 'Lookup Resource';
  /** The EnumType's qualified name or the LookupName. */
  readonly lookup: string;
  readonly position?: Position;
  readonly values: readonly DeclaredValue[];
}

/** The reason why rows are out of scope, and what with them. */
export const WITHOUT_ROWS = {
  what: 'values of lookups that only the Lookup Resource knows',
  reason: 'the run has no Lookup rows; give them with --lookups FILE',
} as const;

/**
 * Judges the values of a field's lookup. Where there are none to judge, the outcome says why: the field is absent,
 * its type or annotation is at fault, or the run has no Lookup rows.
 */
export function ofValues(context: CheckContext, judge: (values: DeclaredValues) => Outcome): Outcome {
  return ofMember(context, (member) => {
    const place = `${context.resource}.${context.name}`;
    if (member.kind !== 'property') return notEvaluated(`dd/field-type on ${place} blocks it`);
    const type = effectiveType(context.assessment.model, member.property);
    if (type.kind === 'unresolved' || type.kind === 'external') return blockedByType(context, type);
    if (type.kind === 'enumeration') return judge(valuesOfEnumType(type.type));
    if (type.kind !== 'primitive' || type.name !== 'Edm.String') {
      return notEvaluated(`dd/field-type on ${place} blocks it`);
    }
    return ofRows(context, member, judge);
  });
}

/**
 * The standard values of a field's lookup: those of the step's table, else those of the dictionary. Gherkin drops the
 * blanks around a table's cells, so a value that the dictionary knows is taken from there, to the byte.
 */
export function standardValuesOf(context: CheckContext): readonly StandardValue[] {
  const { dictionary } = context.assessment;
  const element = dictionary.element(context.resource, context.name);
  const lookup = element?.kind === 'field' ? element.lookup : undefined;
  const known = (lookup === undefined ? undefined : dictionary.lookup(lookup)?.values) ?? [];
  const { values } = context.expectation;
  if (values === undefined) return known;
  const exact = new Map(known.map((value) => [value.standardValue.trim(), value]));
  return values.map((value) => exact.get(value.standardValue) ?? value);
}

function valuesOfEnumType(type: EnumType): DeclaredValues {
  return {
    source: 'EnumType',
    lookup: type.qualifiedName,
    position: type,
    values: type.members.map(valueOfMember),
  };
}

function valueOfMember(member: Member): DeclaredValue {
  const standardName = standardNameOf(member);
  return {
    name: member.name,
    standsFor: standardName ?? member.name,
    isLegacyName: standardName === undefined,
    position: member,
  };
}

function ofRows(
  context: CheckContext,
  member: DeclaredMember & { kind: 'property' },
  judge: (values: DeclaredValues) => Outcome,
): Outcome {
  const { lookups, rowsBlocked } = context.assessment;
  const lookup = lookupNameOf(member.property);
  if (lookup === undefined) {
    return notEvaluated(`dd/lookup-name-annotation on ${context.resource}.${context.name} blocks it`);
  }
  if (lookups === undefined) {
    return rowsBlocked === undefined
      ? outOfScope(WITHOUT_ROWS.what, WITHOUT_ROWS.reason)
      : notEvaluated(rowsBlocked);
  }
  const rows = lookups.byLookupName.get(lookup) ?? [];
  const outcome =
    rows.length === 0
      ? notApplicable(`lookup/name-in-use: "${lookup}" has no rows`)
      : judge({ source: 'Lookup Resource', lookup, values: rows.flatMap(valueOfRow) });
  return rowsBlocked === undefined ? outcome : onPartOfIt(outcome, rowsBlocked);
}

function valueOfRow(row: LookupRow): readonly DeclaredValue[] {
  const name = row.lookupValue ?? row.standardLookupValue;
  if (name === undefined) return [];
  return [
    {
      name,
      standsFor: row.standardLookupValue ?? name,
      isLegacyName: false,
      ...(row.legacyODataValue === undefined ? {} : { alsoDeclares: row.legacyODataValue }),
    },
  ];
}
