import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/check-document.js';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import type { PayloadDefinitions } from '../../src/schema/definitions.js';
import { definitionsFromReport } from '../../src/schema/definitions-from-report.js';
import { Exemptions } from '../../src/schema/exemptions.js';
import { generateSchema } from '../../src/schema/generate/generate-schema.js';
import { schemaText } from '../../src/schema/generate/json-schema.js';
import { readSchema } from '../../src/schema/read/read-schema.js';
import { IS_ABSENT, WHY_SKIPPED } from '../dictionary/official.js';
import { definitionsOf, propertyWith } from './payloads.js';
import { generated, withAjv, withHyperjump } from './schema-validators.js';
import { TYPE_CASES, TYPES } from './type-values.js';

const BASE = 'https://reso-certify.invalid/data-dictionary/2.0';
const EVERY_TYPE = propertyWith(
  TYPE_CASES.map(({ declaration }, index) => `<Property Name="X${index}" ${declaration}/>`).join(''),
  TYPES,
);

const EXEMPTABLE = propertyWith('<Property Name="Status" Type="self.Status"/>', TYPES);

describe('a generated schema', () => {
  it('is readable', () => {
    const definitions = propertyWith(
      `<Key><PropertyRef Name="ListingKey"/></Key>
      <Property Name="ListingKey" Type="Edm.String" Nullable="false" MaxLength="255"/>
      <Property Name="ListPrice" Type="Edm.Decimal" Precision="14" Scale="2"/>
      <Property Name="Count" Type="Edm.Int64"/>
      <Property Name="Status" Type="Collection(self.Status)"/>
      <Property Name="City" Type="Edm.String"><Annotation Term="RESO.OData.Metadata.LookupName" String="City / Ort"/></Property>
      <NavigationProperty Name="Related" Type="Collection(self.Property)"/>`,
      '<EnumType Name="Status"><Member Name="Active"/></EnumType>',
      { 'City / Ort': ['Genève', 'a"b'], Other: [] },
    );
    expect(`\n${schemaText(generateSchema(definitions))}`).toMatchInlineSnapshot(`
      "
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://reso-certify.invalid/data-dictionary/2.0/schema.json",
        "title": "RESO Data Dictionary 2.0 payloads",
        "description": "Judges a whole response, whose @odata.context names the resource. To judge a record by itself, take the definition of its resource under $defs. Speaks of the representation without IEEE754Compatible=true.",
        "$comment": "version=2.0",
        "type": "object",
        "properties": {
          "@odata.context": {
            "type": "string",
            "pattern": "#(?:Property)(?:[(/]|$)"
          }
        },
        "required": ["@odata.context"],
        "allOf": [
          {
            "if": {
              "properties": {
                "@odata.context": {
                  "type": "string",
                  "pattern": "#(?:Property)(?:[(/]|$)"
                }
              }
            },
            "then": {
              "if": {
                "properties": {
                  "value": { "type": "array" }
                },
                "required": ["value"]
              },
              "then": {
                "properties": {
                  "value": {
                    "type": "array",
                    "items": { "$ref": "https://reso-certify.invalid/data-dictionary/2.0/resource/Property" }
                  }
                }
              },
              "else": { "$ref": "https://reso-certify.invalid/data-dictionary/2.0/resource/Property" }
            }
          }
        ],
        "$defs": {
          "Property": {
            "$id": "https://reso-certify.invalid/data-dictionary/2.0/resource/Property",
            "title": "Property",
            "description": "A record as it comes without $select; with $select nothing is required.",
            "$comment": "resource=Property entityType=ns.Property key=ListingKey",
            "type": "object",
            "properties": {
              "ListingKey": {
                "title": "ListingKey",
                "$comment": "type=Edm.String maxLength=255 nullable=false",
                "type": "string",
                "maxLength": 255
              },
              "ListPrice": {
                "title": "ListPrice",
                "description": "Has at most 14 significant digits and at most 2 digits after the point; trailing zeros do not count.",
                "$comment": "type=Edm.Decimal precision=14 scale=2",
                "type": ["number", "null"],
                "exclusiveMinimum": -1000000000000,
                "exclusiveMaximum": 1000000000000
              },
              "Count": {
                "title": "Count",
                "$comment": "type=Edm.Int64",
                "type": ["integer", "null"],
                "minimum": -9223372036854775808,
                "maximum": 9223372036854775807
              },
              "Status": {
                "title": "Status",
                "$comment": "lookup=ns.Status collection=true",
                "type": "array",
                "items": {
                  "anyOf": [
                    { "$ref": "https://reso-certify.invalid/data-dictionary/2.0/lookup/ns.Status" },
                    { "type": "null" }
                  ]
                }
              },
              "City": {
                "title": "City",
                "$comment": "lookup=City%0020/%0020Ort",
                "anyOf": [
                  { "$ref": "https://reso-certify.invalid/data-dictionary/2.0/lookup/City~0020~002f~0020Ort" },
                  { "type": "null" }
                ]
              },
              "Related": {
                "title": "Related",
                "$comment": "expansion=Property collection=true",
                "type": "array",
                "items": { "$ref": "https://reso-certify.invalid/data-dictionary/2.0/resource/Property" }
              }
            },
            "patternProperties": { "@": true },
            "additionalProperties": false,
            "required": ["ListingKey"]
          },
          "lookup:ns.Status": {
            "$id": "https://reso-certify.invalid/data-dictionary/2.0/lookup/ns.Status",
            "title": "ns.Status",
            "$comment": "lookup=ns.Status",
            "enum": ["Active"]
          },
          "lookup:City~0020~002f~0020Ort": {
            "$id": "https://reso-certify.invalid/data-dictionary/2.0/lookup/City~0020~002f~0020Ort",
            "title": "City / Ort",
            "$comment": "lookup=City%0020/%0020Ort",
            "enum": ["Genève", "a\\"b"]
          }
        }
      }
      "
    `);
  });

  it('has absolute identifiers and titles for itself and each definition', () => {
    const schema = JSON.parse(schemaText(generateSchema(EVERY_TYPE)));
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${BASE}/schema.json`,
      title: 'RESO Data Dictionary 2.0 payloads',
    });
    for (const definition of Object.values(schema.$defs)) {
      expect(definition).toMatchObject({ $id: expect.stringContaining(BASE), title: expect.any(String) });
    }
    expect(schema.$defs).toHaveProperty('Property');
    expect(schema.$defs['Property'].additionalProperties).toBe(false);
  });

  it('has the exact bounds of Int64', () => {
    const text = schemaText(generateSchema(propertyWith('<Property Name="X" Type="Edm.Int64"/>')));
    expect(text).toContain('"minimum": -9223372036854775808');
    expect(text).toContain('"maximum": 9223372036854775807');
  });

  it.each(['a/b~c', 'a%20b', 'ü ö', 'lookup:x', '#', '..', '?x=y&z', '__proto__', 'x"y\\z', '(a|b)*$^.+'])(
    'takes a lookup of the name %s',
    async (name) => {
      const xmlName = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      const field = `<Property Name="X" Type="Edm.String"><Annotation Term="RESO.OData.Metadata.LookupName" String="${xmlName}"/></Property>`;
      const schema = generated(propertyWith(field, '', Object.fromEntries([[name, [name, 'A']]])));
      for (const isValid of [withAjv(schema, 'Property'), await withHyperjump(schema, 'Property')]) {
        expect([isValid({ X: name }), isValid({ X: 'A' }), isValid({ X: 'B' })]).toEqual([true, true, false]);
      }
    },
  );

  it('judges whole responses at its root', async () => {
    const schema = generated(
      definitionsOf(`
        <EntityType Name="P"><Property Name="A" Type="Edm.Int32"/></EntityType>
        <EntityType Name="Q"><Property Name="B" Type="Edm.Int32"/></EntityType>
        <EntityContainer Name="C"><EntitySet Name="Property" EntityType="self.P"/><EntitySet Name="PropertyUnit" EntityType="self.Q"/></EntityContainer>`),
    );
    const at = (resource: string, rest: object) => ({
      '@odata.context': `https://x.y/$metadata#${resource}`,
      ...rest,
    });
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const isValid = new Ajv2020({ strict: true, formats: { uuid: true } }).compile(schema);
    expect(isValid(at('Property', { value: [{ A: 1 }, {}], '@odata.count': 2 }))).toBe(true);
    expect(isValid(at('PropertyUnit(B)', { value: [{ B: 1 }] }))).toBe(true);
    expect(isValid(at('Property/$entity', { A: 1 }))).toBe(true);
    expect(isValid(at('Property', { value: [{ B: 1 }] }))).toBe(false);
    expect(isValid(at('Property/$entity', { B: 1 }))).toBe(false);
    expect(isValid(at('Office', { value: [] }))).toBe(false);
    expect(isValid({ value: [{ A: 1 }] })).toBe(false);
  });

  it('allows no value of a lookup that advertises none', () => {
    const isValid = withAjv(
      generated(propertyWith('<Property Name="X" Type="self.None"/>', '<EnumType Name="None"/>')),
      'Property',
    );
    expect([isValid({ X: null }), isValid({}), isValid({ X: 'x' }), isValid({ X: '' })]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('requires what is not nullable in records, and nothing in complex values', () => {
    const isValid = withAjv(
      generated(
        propertyWith(
          '<Property Name="Home" Type="self.A"/><Property Name="X" Type="Edm.Int32" Nullable="false"/>',
          '<ComplexType Name="A"><Property Name="Y" Type="Edm.Int32" Nullable="false"/></ComplexType>',
        ),
      ),
      'Property',
    );
    expect([isValid({ X: 1, Home: {} }), isValid({ Home: {} })]).toEqual([true, false]);
  });

  it('takes any text in exempt fields, and lists what is advertised', async () => {
    const schema = generated(
      propertyWith(
        '<Property Name="HighSchool" Type="self.S"/>',
        '<EnumType Name="S"><Member Name="A"/></EnumType>',
      ),
    );
    for (const isValid of [withAjv(schema, 'Property'), await withHyperjump(schema, 'Property')]) {
      expect([
        isValid({ HighSchool: 'B' }),
        isValid({ HighSchool: null }),
        isValid({ HighSchool: 1 }),
      ]).toEqual([true, true, false]);
    }
    expect(schema.$defs).toHaveProperty(['lookup:ns.S', 'enum'], ['A']);
  });
});

describe('a schema that is read back', () => {
  const read = (text: string) => readSchema(Buffer.from(text), 'schema.json').definitions;

  it('gives the definitions that it was generated from', () => {
    expect(read(schemaText(generateSchema(EVERY_TYPE)))).toEqual(EVERY_TYPE);
  });

  it('gives the exempt fields that it was generated with', () => {
    const exemptions = new Exemptions([{ resource: 'Property', field: 'X34' }]);
    const text = schemaText(generateSchema(EXEMPTABLE, exemptions));
    expect(readSchema(Buffer.from(text), 'schema.json').exemptions.list).toEqual([]);
    const status = new Exemptions([{ resource: 'Property', field: 'Status' }]);
    const other = schemaText(generateSchema(EXEMPTABLE, status));
    expect(readSchema(Buffer.from(other), 'schema.json').exemptions.list).toEqual(status.list);
  });

  const schema = () => JSON.parse(schemaText(generateSchema(EVERY_TYPE)));

  it('may have its members in another order and form', () => {
    const { $defs, ...rest } = schema();
    expect(read(JSON.stringify({ $defs, ...rest }))).toEqual(EVERY_TYPE);
  });

  it.each([
    [
      'a limit',
      (s: ReturnType<typeof schema>) => {
        s.$defs.Property.properties.X0.maxLength = 9;
      },
      '/$defs/Property/properties/X0/maxLength',
    ],
    [
      'a keyword',
      (s) => {
        s.$defs.Property.minProperties = 3;
      },
      '/$defs/Property/minProperties',
    ],
    [
      'a value',
      (s) => {
        s.$defs['lookup:ns.Status'].enum = ['Active', 'x'];
      },
      undefined,
    ],
    [
      'a field',
      (s) => {
        delete s.$defs.Property.properties.X0.$comment;
      },
      'it differs at /$defs/Property/properties/X0/type',
    ],
    [
      'a definition',
      (s) => {
        delete s.$defs['lookup:ns.Status'];
      },
      'it refers to ns.Status, which it does not define',
    ],
    [
      'a complex type',
      (s) => {
        delete s.$defs['complexType:ns.Address'];
      },
      'it refers to ns.Address, which it does not define',
    ],
    [
      'a resource',
      (s) => {
        delete s.$defs.Property;
      },
      'it differs at /',
    ],
    [
      'what fields are allowed',
      (s) => {
        s.$defs.Property.additionalProperties = true;
      },
      '/$defs/Property/additionalProperties',
    ],
  ] as readonly [string, (s: ReturnType<typeof schema>) => void, string | undefined][])(
    'is refused when %s was changed by hand',
    (_what, change, place) => {
      const changed = schema();
      change(changed);
      if (place === undefined)
        expect(read(JSON.stringify(changed)).lookups.get('ns.Status')?.values).toEqual(['Active', 'x']);
      else expect(() => read(JSON.stringify(changed))).toThrow(place);
    },
  );

  it.each([
    '{}',
    '[]',
    '7',
    '{"$defs":{"Property":{"type":"object"}}}',
    '{"$comment":"made by hand","$defs":{}}',
  ])('is refused when another tool made it: %s', (text) =>
    expect(() => read(text)).toThrow('no JSON Schema that reso-certify wrote'),
  );

  it('is refused when it is no JSON', () => expect(() => read('{"$defs":')).toThrow('line 1, column 10'));
});

describe.skipIf(IS_ABSENT)(`RESO's reference metadata${WHY_SKIPPED}`, () => {
  it.each(['1.7-enum', '2.0-enum', '2.0-lookup-resource', '2.1-enum', '2.1-lookup-resource'])(
    '%s gives a schema that Ajv takes in strict mode, and that is read back',
    (name) => {
      const definitions = reference(name);
      const schema = generated(definitions);
      const isValid = withAjv(schema, 'Media');
      expect(isValid({ Foo: 1 })).toBe(false);
      expect(readSchema(Buffer.from(JSON.stringify(schema)), 'schema.json').definitions).toEqual(definitions);
    },
  );
});

function reference(name: string): PayloadDefinitions {
  const path = resolve(import.meta.dirname, `../../../shared/dictionary/edmx/dd-${name}.xml`);
  if (!existsSync(path)) throw new Error(path);
  const version = name.slice(0, 3);
  const { model } = readMetadata(readFileSync(path), name, {
    profile: 'certification',
    version,
    strict: true,
  });
  if (model === undefined) throw new Error('no model');
  return definitionsFromReport(metadataReport({ model, standardNames: new Set(), version, generatedOn: '' }));
}
