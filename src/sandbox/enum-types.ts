import type { LookupValue } from './lookup-values.js';
import type { Notation } from './notation.js';
import type { ServedResource } from './served-resources.js';
import { element } from './xml.js';

/** The namespace of the EnumTypes. */
export const ENUMS_NAMESPACE = 'org.reso.metadata.enums';

/** The qualified name of a lookup's EnumType. */
export function enumTypeName(lookup: string): string {
  return `${ENUMS_NAMESPACE}.${lookup}`;
}

/** The EnumTypes of the lookups that the resources' fields use, those without values left out. */
export function enumTypes(
  resources: readonly ServedResource[],
  { values, flags }: Notation,
): readonly string[] {
  const used = new Set(resources.flatMap(({ fields }) => fields.flatMap(({ lookup }) => lookup ?? [])));
  return [...values]
    .filter(([name, members]) => used.has(name) && members.length > 0)
    .map(([name, members]) =>
      flags.has(name)
        ? element(
            'EnumType',
            { Name: name, UnderlyingType: 'Edm.Int64', IsFlags: 'true' },
            members.map((value, at) => member(value, flagValue(at))),
          )
        : element('EnumType', { Name: name }, members.map(member)),
    );
}

/** The value of a member of a type with IsFlags: a bit of its own. */
export function flagValue(at: number): number {
  return 2 ** at;
}

function member({ memberName, standardValue }: LookupValue, at: number): string {
  const own = { Name: memberName, Value: at };
  if (standardValue === undefined) return element('Member', own);
  const annotation = { Term: 'RESO.OData.Metadata.StandardName', String: standardValue };
  return element('Member', own, [element('Annotation', annotation)]);
}
