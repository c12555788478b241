import type { DictionaryField } from '../../dictionary/dictionary.js';
import { PLAIN_TYPES } from '../entity-type.js';
import { enumTypeName, flagValue } from '../enum-types.js';
import { hasEnumType, isFlags, type Notation } from '../notation.js';
import type { QueryProperty, QuerySchema } from '../query/query.js';
import type { ServedResource } from '../served-resources.js';

/** What the query engine has to know of each resource, by its name: what the metadata declares. */
export function querySchemas(
  resources: readonly ServedResource[],
  notation: Notation,
): ReadonlyMap<string, QuerySchema> {
  const schemas = new Map<string, QuerySchema>();
  for (const { name, fields, expansions } of resources) {
    const properties = new Map(fields.map((field) => [field.name, fieldProperty(field, notation)]));
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

function fieldProperty(field: DictionaryField, notation: Notation): QueryProperty {
  const { type, lookup = '' } = field;
  if (type !== 'Single Enumeration' && type !== 'Multiple Enumeration') {
    return { kind: 'primitive', type: PLAIN_TYPES[type], isCollection: false };
  }
  const isCollection = type === 'Multiple Enumeration';
  if (!hasEnumType(field, notation)) {
    return { kind: 'primitive', type: 'Edm.String', isCollection };
  }
  const hasFlags = isFlags(field, notation);
  const members = (notation.values.get(lookup) ?? []).map(
    ({ memberName }, at) => [memberName, hasFlags ? flagValue(at) : at] as const,
  );
  return {
    kind: 'enum',
    type: enumTypeName(lookup),
    members: new Map(members),
    isFlags: hasFlags,
    isCollection: isCollection && !hasFlags,
  };
}
