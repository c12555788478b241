import type { DictionaryField } from '../../dictionary/dictionary.js';
import { hasEnumType, PLAIN_TYPES } from '../entity-type.js';
import { enumTypeName } from '../enum-types.js';
import type { LookupValues } from '../lookup-values.js';
import type { QueryProperty, QuerySchema } from '../query/query.js';
import type { Representation } from '../representation.js';
import type { ServedResource } from '../served-resources.js';

/** What the query engine has to know of each resource, by its name: what the metadata declares. */
export function querySchemas(
  resources: readonly ServedResource[],
  representation: Representation,
  values: LookupValues,
): ReadonlyMap<string, QuerySchema> {
  const schemas = new Map<string, QuerySchema>();
  for (const { name, fields, expansions } of resources) {
    const properties = new Map(
      fields.map((field) => [field.name, fieldProperty(field, representation, values)]),
    );
    const targets = new Map(expansions.map((expansion) => [expansion.name, expansion]));
    const navigation = (property: string): QueryProperty | undefined => {
      const expansion = targets.get(property);
      const schema = expansion && schemas.get(expansion.target);
      return schema && { kind: 'navigation', schema, isCollection: expansion.isCollection };
    };
    schemas.set(name, { name, typeOf: (property) => properties.get(property) ?? navigation(property) });
  }
  return schemas;
}

/** A schema that remembers which of its properties were asked for. */
export function rememberingSchema(schema: QuerySchema): {
  readonly schema: QuerySchema;
  readonly asked: ReadonlySet<string>;
} {
  const asked = new Set<string>();
  const typeOf = (property: string) => {
    asked.add(property);
    return schema.typeOf(property);
  };
  return { schema: { name: schema.name, typeOf }, asked };
}

function fieldProperty(
  field: DictionaryField,
  representation: Representation,
  values: LookupValues,
): QueryProperty {
  const { type, lookup = '' } = field;
  if (type !== 'Single Enumeration' && type !== 'Multiple Enumeration') {
    return { kind: 'primitive', type: PLAIN_TYPES[type], isCollection: false };
  }
  const isCollection = type === 'Multiple Enumeration';
  if (!hasEnumType(field, representation, values)) {
    return { kind: 'primitive', type: 'Edm.String', isCollection };
  }
  const members = (values.get(lookup) ?? []).map(({ memberName }, at) => [memberName, at] as const);
  return {
    kind: 'enum',
    type: enumTypeName(lookup),
    members: new Map(members),
    isFlags: false,
    isCollection,
  };
}
