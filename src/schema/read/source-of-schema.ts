import {
  type ComplexTypeDefinition,
  type FieldDefinition,
  type FieldType,
  isPrimitiveName,
  type LookupDefinition,
  type PayloadDefinitions,
  type ResourceDefinition,
} from '../definitions.js';
import { type Exemption, Exemptions } from '../exemptions.js';
import { readDeclaration } from '../generate/declaration-comment.js';

type Json = Readonly<Record<string, unknown>>;
type Facts = ReadonlyMap<string, string>;

/** What a `schema.json` was generated from. */
export interface SchemaSource {
  readonly definitions: PayloadDefinitions;
  readonly exemptions: Exemptions;
}

/**
 * What the comments and lists of values of a `schema.json` say; nothing for what has no such comments. Whether the rest of the
 * schema says the same is not looked at: `readSchema` does that.
 */
export function sourceOfSchema(content: unknown): SchemaSource | undefined {
  const version = factsOf(content).get('version');
  const parts = objectAt(content, '$defs');
  if (version === undefined || parts === undefined) return undefined;
  const resources = new Map<string, ResourceDefinition>();
  const complexTypes = new Map<string, ComplexTypeDefinition>();
  const lookups = new Map<string, LookupDefinition>();
  const exempt: Exemption[] = [];
  for (const part of Object.values(parts)) {
    const facts = factsOf(part);
    const [resourceName, typeName, lookupName] = [
      facts.get('resource'),
      facts.get('complexType'),
      facts.get('lookup'),
    ];
    if (resourceName !== undefined) {
      resources.set(resourceName, toResource(resourceName, facts, part));
      exempt.push(...exemptIn(resourceName, part));
    } else if (typeName !== undefined) complexTypes.set(typeName, { typeName, fields: fieldsOf(part) });
    else if (lookupName !== undefined) lookups.set(lookupName, toLookup(lookupName, facts, part));
  }
  return {
    definitions: { version, resources, complexTypes, lookups },
    exemptions: new Exemptions(exempt),
  };
}

function exemptIn(resource: string, part: unknown): readonly Exemption[] {
  return Object.entries(objectAt(part, 'properties') ?? {})
    .filter(([, schema]) => factsOf(schema).get('exempt') === 'true')
    .map(([field]) => ({ resource, field }));
}

function toResource(resourceName: string, facts: Facts, part: unknown): ResourceDefinition {
  const typeName = facts.get('entityType');
  return {
    resourceName,
    ...(typeName === undefined ? {} : { typeName }),
    keyFields: facts.get('key')?.split(',') ?? [],
    fields: fieldsOf(part),
  };
}

function toLookup(lookupName: string, facts: Facts, part: unknown): LookupDefinition {
  const isFlags = facts.get('isFlags') === 'true';
  const values = isObject(part) ? (part['enum'] ?? part['examples']) : undefined;
  const texts = Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
  return { lookupName, values: texts, isFlags };
}

function fieldsOf(part: unknown): ReadonlyMap<string, FieldDefinition> {
  const fields = Object.entries(objectAt(part, 'properties') ?? {}).map(
    ([name, schema]): [string, FieldDefinition] => [name, toField(name, factsOf(schema))],
  );
  return new Map(fields);
}

function toField(name: string, facts: Facts): FieldDefinition {
  return {
    name,
    type: typeOf(facts),
    isCollection: facts.get('collection') === 'true',
    isNullable: facts.get('nullable') !== 'false',
  };
}

function typeOf(facts: Facts): FieldType {
  const name = facts.get('type');
  if (name !== undefined && isPrimitiveName(name)) {
    return {
      kind: 'primitive',
      name,
      ...numberFact('maxLength', facts),
      ...numberFact('precision', facts),
      ...numberFact('scale', facts),
      ...textFact('lookupName', facts),
    };
  }
  const [lookup, typeName, resource] = [
    facts.get('lookup'),
    facts.get('complexType'),
    facts.get('expansion'),
  ];
  if (lookup !== undefined) return { kind: 'lookup', lookup, ...numberFact('maxLength', facts) };
  if (typeName !== undefined) return { kind: 'complex', typeName };
  if (resource !== undefined) return { kind: 'expansion', resource };
  return { kind: 'unknown', typeName: facts.get('unknownType') ?? '' };
}

function numberFact<K extends string>(key: K, facts: Facts): { readonly [P in K]?: number } {
  const value = facts.get(key);
  return value === undefined ? {} : ({ [key]: Number(value) } as { readonly [P in K]: number });
}

function textFact<K extends string>(key: K, facts: Facts): { readonly [P in K]?: string } {
  const value = facts.get(key);
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: string });
}

function factsOf(schema: unknown): Facts {
  const comment = isObject(schema) ? schema['$comment'] : undefined;
  return (typeof comment === 'string' ? readDeclaration(comment) : undefined) ?? new Map();
}

function objectAt(value: unknown, key: string): Json | undefined {
  const member = isObject(value) ? value[key] : undefined;
  return isObject(member) ? member : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
