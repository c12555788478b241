import type { LookupValue, LookupValues } from './lookup-values.js';
import type { ServedResource } from './served-resources.js';
import { element } from './xml.js';

/** The namespace of the EnumTypes. */
export const ENUMS_NAMESPACE = 'org.reso.metadata.enums';

/** The qualified name of a lookup's EnumType. */
export function enumTypeName(lookup: string): string {
  return `${ENUMS_NAMESPACE}.${lookup}`;
}

/** The EnumTypes of the lookups that the resources' fields use, those without values left out. */
export function enumTypes(resources: readonly ServedResource[], values: LookupValues): readonly string[] {
  const used = new Set(resources.flatMap(({ fields }) => fields.flatMap(({ lookup }) => lookup ?? [])));
  return [...values]
    .filter(([name, members]) => used.has(name) && members.length > 0)
    .map(([name, members]) => element('EnumType', { Name: name }, members.map(member)));
}

function member({ memberName, standardValue }: LookupValue, at: number): string {
  const own = { Name: memberName, Value: at };
  if (standardValue === undefined) return element('Member', own);
  const annotation = { Term: 'RESO.OData.Metadata.StandardName', String: standardValue };
  return element('Member', own, [element('Annotation', annotation)]);
}
