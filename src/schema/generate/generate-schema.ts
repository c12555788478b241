import type {
  ComplexTypeDefinition,
  FieldDefinition,
  LookupDefinition,
  PayloadDefinitions,
  ResourceDefinition,
} from '../definitions.js';
import { isRequired } from '../definitions.js';
import { Exemptions } from '../exemptions.js';
import { GEOJSON_KINDS } from '../geojson-kinds.js';
import { flagsPattern } from '../text-patterns.js';
import { writeDeclaration } from './declaration-comment.js';
import { fieldSchema } from './field-schema.js';
import { geoJsonSchema } from './geojson-schemas.js';
import { complexTypeKey, geoJsonKey, lookupKey, resourceKey, SchemaIdentifiers } from './identifiers.js';
import type { SchemaObject } from './json-schema.js';
import { payloadSchema } from './payload-schema.js';

const DESCRIPTION =
  'Judges a whole response, whose @odata.context names the resource. To judge a record by itself, take the definition of its resource under $defs. Speaks of the representation without IEEE754Compatible=true.';

/** Names with `@` are annotations: any value of theirs is fine. */
const ANNOTATIONS = { patternProperties: { '@': true } } as const;

/**
 * The JSON Schema (draft 2020-12) of payloads in the default representation: the root judges whole payloads, `$defs`
 * has one definition for each resource, complex type, lookup and GeoJSON kind. What is not advertised fails. It holds
 * nothing but standard keywords.
 */
export function generateSchema(
  definitions: PayloadDefinitions,
  exemptions: Exemptions = Exemptions.ofVersion(definitions.version),
): SchemaObject {
  return new SchemaGenerator(definitions, exemptions).generate();
}

class SchemaGenerator {
  readonly #definitions: PayloadDefinitions;
  readonly #exemptions: Exemptions;
  readonly #identifiers: SchemaIdentifiers;

  constructor(definitions: PayloadDefinitions, exemptions: Exemptions) {
    this.#definitions = definitions;
    this.#exemptions = exemptions;
    this.#identifiers = new SchemaIdentifiers(definitions.version);
  }

  generate(): SchemaObject {
    const { version, resources, complexTypes, lookups } = this.#definitions;
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: this.#identifiers.root,
      title: `RESO Data Dictionary ${version} payloads`,
      description: DESCRIPTION,
      $comment: writeDeclaration({ version }),
      ...payloadSchema([...resources.keys()], this.#identifiers),
      $defs: Object.fromEntries([
        ...[...resources.values()].map((resource) => this.#resource(resource)),
        ...[...complexTypes.values()].map((type) => this.#complexType(type)),
        ...[...lookups.values()].map((lookup) => this.#lookup(lookup)),
        ...(usesGeoJson(this.#definitions) ? this.#geoJson() : []),
      ]),
    };
  }

  #resource({ resourceName, typeName, keyFields, fields }: ResourceDefinition): [string, SchemaObject] {
    const schema = {
      $id: this.#identifiers.resource(resourceName),
      title: resourceName,
      description: 'A record as it comes without $select; with $select nothing is required.',
      $comment: writeDeclaration({
        resource: resourceName,
        entityType: typeName,
        key: keyFields.length === 0 ? undefined : keyFields.join(','),
      }),
      ...this.#object(fields, (field) => this.#exemptions.has(resourceName, field)),
      required: requiredOf(fields),
    };
    return [resourceKey(resourceName), schema];
  }

  #complexType({ typeName, fields }: ComplexTypeDefinition): [string, SchemaObject] {
    const schema = {
      $id: this.#identifiers.complexType(typeName),
      title: typeName,
      $comment: writeDeclaration({ complexType: typeName }),
      ...this.#object(fields, () => false),
    };
    return [complexTypeKey(typeName), schema];
  }

  #object(fields: ReadonlyMap<string, FieldDefinition>, isExempt: (field: string) => boolean): SchemaObject {
    const declared = [...fields.values()].filter(({ name }) => !name.includes('@'));
    return {
      type: 'object',
      properties: Object.fromEntries(
        declared.map((field) => [field.name, fieldSchema(field, isExempt(field.name), this.#identifiers)]),
      ),
      ...ANNOTATIONS,
      additionalProperties: false,
    };
  }

  #lookup({ lookupName, values, isFlags }: LookupDefinition): [string, SchemaObject] {
    const schema = {
      $id: this.#identifiers.lookup(lookupName),
      title: lookupName,
      $comment: writeDeclaration({ lookup: lookupName, isFlags: isFlags ? 'true' : undefined }),
      ...valuesSchema(values, isFlags),
    };
    return [lookupKey(lookupName), schema];
  }

  #geoJson(): readonly [string, SchemaObject][] {
    const anyKind = this.#identifiers.geoJson('Any');
    const kinds = GEOJSON_KINDS.map((kind): [string, SchemaObject] => [
      geoJsonKey(kind),
      { $id: this.#identifiers.geoJson(kind), ...geoJsonSchema(kind, anyKind) },
    ]);
    const anyOf = GEOJSON_KINDS.map((kind) => ({ $ref: this.#identifiers.geoJson(kind) }));
    return [...kinds, [geoJsonKey('Any'), { $id: anyKind, title: 'GeoJSON object', anyOf }]];
  }
}

/** What is not nullable must be there; expansions are there only where they are asked for. */
function requiredOf(fields: ReadonlyMap<string, FieldDefinition>): readonly string[] | undefined {
  const required = [...fields.values()].filter(isRequired).map(({ name }) => name);
  return required.length === 0 ? undefined : required;
}

function valuesSchema(values: readonly string[], isFlags: boolean): SchemaObject {
  if (values.length === 0) return { description: 'No value is advertised, so none is allowed.', not: {} };
  if (!isFlags) return { enum: values };
  return {
    description: 'One or more of the values listed as examples, separated by commas.',
    type: 'string',
    pattern: flagsPattern(values),
    examples: values,
  };
}

function usesGeoJson({ resources, complexTypes }: PayloadDefinitions): boolean {
  return [...resources.values(), ...complexTypes.values()].some(({ fields }) =>
    [...fields.values()].some(({ type }) => type.kind === 'primitive' && type.name.startsWith('Edm.Geo')),
  );
}
