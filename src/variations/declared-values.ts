import { standardNameOf } from '../metadata/lookup-name.js';
import type { LookupRow } from '../metadata/lookup-rows.js';
import type { EnumType, Member } from '../metadata/model.js';
import type { DeclaredValue, DeclaredValues } from './declared.js';

/** The members of an EnumType as values. */
export function valuesOfEnumType(type: EnumType): DeclaredValues {
  const { qualifiedName, line, column, members } = type;
  return {
    kind: 'values',
    source: 'EnumType',
    lookup: qualifiedName,
    line,
    column,
    values: members.map(valueOfMember),
  };
}

/** The rows of a LookupName as values. A row without LookupValue and StandardLookupValue names none. */
export function valuesOfRows(
  lookup: string,
  rows: readonly LookupRow[],
  incomplete: string | undefined,
): DeclaredValues {
  return {
    kind: 'values',
    source: 'Lookup Resource',
    lookup,
    values: rows.flatMap(valueOfRow),
    ...(incomplete === undefined ? {} : { incomplete }),
  };
}

/** A member of an EnumType with the StandardName that it is annotated with, if it is. */
export function memberValue(name: string, standardName: string | undefined): DeclaredValue {
  return {
    name,
    standsFor: standardName ?? name,
    isLegacyName: standardName === undefined,
    ...(standardName === undefined ? {} : { lookupValue: standardName }),
    legacyODataValue: name,
  };
}

/** A row of the Lookup Resource by its values. */
export function rowValue(
  name: string,
  standardLookupValue: string | undefined,
  legacyODataValue: string | undefined,
): DeclaredValue {
  return {
    name,
    standsFor: standardLookupValue ?? name,
    isLegacyName: false,
    lookupValue: name,
    ...(legacyODataValue === undefined ? {} : { legacyODataValue, alsoDeclares: legacyODataValue }),
  };
}

function valueOfMember(member: Member): DeclaredValue {
  const { name, line, column } = member;
  return { ...memberValue(name, standardNameOf(member)), line, column };
}

function valueOfRow({
  lookupValue,
  standardLookupValue,
  legacyODataValue,
}: LookupRow): readonly DeclaredValue[] {
  const name = lookupValue ?? standardLookupValue;
  return name === undefined ? [] : [rowValue(name, standardLookupValue, legacyODataValue)];
}
