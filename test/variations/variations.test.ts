import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/core/severity.js';
import { metadataDocument } from '../../src/sandbox/metadata-document.js';
import { variationsSchemaErrors } from '../reports/results-schema.js';
import { brief } from '../scenarios/assess.js';
import {
  annotated,
  type EdmxParts,
  edmx,
  entitySet,
  entityType,
  enumType,
  property,
} from '../scenarios/edmx.js';
import { dictionaryOf, type FindOptions, findVariations } from './find-variations.js';

/** What the report says, without links: `fields: Property.ListPrise > ListPrice Edit Distance 1/2 close`. */
async function reported(parts: EdmxParts, options: FindOptions = {}): Promise<string[]> {
  const { report } = await findVariations(edmx(parts), options);
  expect(variationsSchemaErrors(report)).toEqual([]);
  const { complexTypes: _none, ...kinds } = report.variations;
  return Object.entries(kinds).flatMap(([kind, found]) =>
    found.map(({ resourceName, fieldName, lookupValue, legacyODataValue, suggestions }) => {
      const place = [resourceName, fieldName].filter(Boolean).join('.');
      const names = [lookupValue, legacyODataValue].filter(Boolean).join('|');
      const to = suggestions.map((suggestion) => {
        const { strategy, exactMatch, closeMatch, distance, maxDistance, advisory } = suggestion;
        const name =
          suggestion.suggestedResourceName ??
          suggestion.suggestedFieldName ??
          suggestion.suggestedLookupValue ??
          `${suggestion.suggestedLegacyODataValue} (legacy)`;
        const flags = [
          exactMatch && 'exact',
          closeMatch && 'close',
          distance && `${distance}/${maxDistance}`,
          advisory && 'advisory',
        ];
        return [name, strategy, ...flags.filter(Boolean)].join(' ');
      });
      return `${kind}: ${place}${names === '' ? '' : `=${names}`} > ${to.join(', ')}`;
    }),
  );
}

const cooling = (...members: string[]): EdmxParts => ({
  property: [property('Cooling', 'Collection(org.test.C)')],
  schema: enumType('C', members),
});
const ROWS: EdmxParts = { property: [annotated('Cooling', 'Collection(Edm.String)', 'Cooling')] };
const row = (LookupValue: string, more: object = {}) => ({ LookupName: 'Cooling', LookupValue, ...more });

const CASES: [string, EdmxParts, string[], FindOptions?][] = [
  ['nothing', {}, []],
  [
    'a resource with a letter wrong',
    { schema: entityType('Offise'), container: [entitySet('Offise')] },
    ['resources: Offise > Office Edit Distance close 1/1'],
  ],
  [
    'a resource in the plural',
    { schema: entityType('OpenHouses'), container: [entitySet('OpenHouses')] },
    ['resources: OpenHouses > OpenHouse Substring close'],
  ],
  [
    'a plural set of a type that is called like the standard resource',
    { propertySet: entitySet('Properties', 'Property') },
    ['resources: Properties > Property Substring close'],
  ],
  [
    'a field, and the best first',
    { property: [property('ListPrise', 'Edm.Decimal')] },
    ['fields: Property.ListPrise > ListPrice Edit Distance close 1/2'],
  ],
  [
    'a field in other case is that one alone',
    { property: [property('listprice', 'Edm.Decimal')] },
    ['fields: Property.listprice > ListPrice Substring exact'],
  ],
  [
    'a field of a complex type',
    { property: [property('ListPrise', 'org.test.M')], schema: ['<ComplexType Name="M"/>'] },
    ['fields: Property.ListPrise > ListPrice Edit Distance close 1/2'],
  ],
  [
    'not the members of a complex type',
    {
      property: [property('Wombat', 'org.test.M')],
      schema: ['<ComplexType Name="M"><Property Name="ListPrise" Type="Edm.Decimal"/></ComplexType>'],
    },
    [],
  ],
  [
    'an inherited field',
    {
      schema: [
        '<EntityType Name="Base" Abstract="true"><Property Name="MemberFirstNam" Type="Edm.String"/></EntityType>',
        ...entityType('Member', [], ' BaseType="org.test.Base"'),
      ],
      container: [entitySet('Member')],
    },
    ['fields: Member.MemberFirstNam > MemberFirstName Substring'],
  ],
  [
    'an expansion',
    { property: ['<NavigationProperty Name="OpenHoses" Type="Collection(org.test.Property)"/>'] },
    ['expansions: Property.OpenHoses > OpenHouses Edit Distance close 1/2'],
  ],
  [
    'no expansion for a field, no field for an expansion',
    {
      property: [
        '<NavigationProperty Name="ListPrise" Type="org.test.Property"/>',
        property('OpenHose', 'Edm.String'),
      ],
    },
    [],
  ],
  [
    'not what is near to something declared',
    { property: [property('ListPrice', 'Edm.Decimal'), property('ListPrise', 'Edm.Decimal')] },
    [],
  ],
  [
    'a standard field under the name of an expansion is declared, and no local one',
    { property: [property('Media', 'Edm.String'), property('Medium', 'Edm.String')] },
    [],
  ],
  ['no listed synonym', { property: [property('AskingPrice', 'Edm.Decimal')] }, []],
  [
    'not the fields of a local resource',
    {
      schema: entityType('Wombat', [property('ListPrise', 'Edm.Decimal')]),
      container: [entitySet('Wombat')],
    },
    [],
  ],
  [
    'a member without a standard name',
    cooling('CentralAyr'),
    ['lookups: Property.Cooling=CentralAyr > CentralAir (legacy) Edit Distance close 1/2'],
  ],
  [
    'a member with a local standard name',
    cooling('CentralAir=Central Ayr'),
    ['lookups: Property.Cooling=Central Ayr|CentralAir > Central Air Edit Distance close 1/2'],
  ],
  ['no member with a standard name, whatever it is called', cooling('Zentral=Central Air'), []],
  ['no member whose entry is declared by its other name', cooling('Central_Air', 'Fan=Central Air'), []],
  [
    'a member that is a listed synonym',
    {
      property: [property('Appliances', 'Collection(org.test.A)')],
      schema: enumType('A', ['GarbageDisposer']),
    },
    ['lookups: Property.Appliances=GarbageDisposer > Disposal (legacy) Synonym advisory'],
  ],
  [
    'a row',
    ROWS,
    ['lookups: Property.Cooling=Central Ayr > Central Air Edit Distance close 1/2'],
    { lookups: [row('Central Ayr')] },
  ],
  [
    'a row with its LegacyODataValue, which is not compared',
    ROWS,
    ['lookups: Property.Cooling=Central Ayr|CeilingFan > Central Air Edit Distance close 1/2'],
    { lookups: [row('Central Ayr', { LegacyODataValue: 'CeilingFan' })] },
  ],
  [
    'no row whose LegacyODataValue declares the standard value',
    ROWS,
    [],
    { lookups: [row('Central Ayr', { LegacyODataValue: 'CentralAir' })] },
  ],
  [
    'a row by what it stands for',
    ROWS,
    ['lookups: Property.Cooling=Zentral > Central Air Edit Distance close 1/2'],
    { lookups: [row('Zentral', { StandardLookupValue: 'Central Ayr' })] },
  ],
  [
    'no row that stands for a standard value',
    ROWS,
    [],
    { lookups: [row('Central Ayr', { StandardLookupValue: 'Central Air' })] },
  ],
  [
    'a row that comes twice once',
    ROWS,
    ['lookups: Property.Cooling=Central Ayr > Central Air Edit Distance close 1/2'],
    { lookups: [row('Central Ayr'), row('Central Ayr')] },
  ],
  [
    'a value in each field that uses its lookup',
    {
      property: [
        property('Cooling', 'Collection(org.test.C)'),
        property('InteriorFeatures', 'Collection(org.test.C)'),
      ],
      schema: enumType('C', ['CeilingFanz']),
    },
    [
      'lookups: Property.Cooling=CeilingFanz > CeilingFans (legacy) Edit Distance close 1/2',
      'lookups: Property.InteriorFeatures=CeilingFanz > CeilingFans (legacy) Edit Distance close 1/2',
    ],
  ],
  [
    'no value of a closed lookup',
    { property: [property('StandardStatus', 'org.test.S')], schema: enumType('S', ['Active', 'Actve']) },
    [],
  ],
  [
    'no value of a lookup without standard values',
    { property: [property('City', 'org.test.City')], schema: enumType('City', ['Ames']) },
    [],
  ],
  [
    'only what was chosen',
    { property: [property('ListPrise', 'Edm.Decimal')] },
    [],
    { resources: ['Member'] },
  ],
  [
    'as much as the fuzziness says',
    { property: [property('LostPrize', 'Edm.Decimal')] },
    [],
    { fuzziness: 0.1 },
  ],
];

describe('the report has', () => {
  it.each(CASES)('%s', async (_what, parts, expected, options) => {
    expect(await reported(parts, options)).toEqual(expected);
  });

  it.each(CASES)('the same from the metadata report: %s', async (_what, parts, expected, options) => {
    expect(await reported(parts, { ...options, viaReport: true })).toEqual(expected);
  });
});

describe('nothing standard is ever suggested to change', () => {
  it.each([
    ['1.7', 'enum'],
    ['2.0', 'enum'],
    ['2.1', 'enum'],
    ['2.0', 'lookup'],
  ] as const)('in metadata of all of Data Dictionary %s as %s', async (version, representation) => {
    const { dictionary } = await dictionaryOf(version);
    const resources = dictionary.resources.map(({ name }) => name);
    const document = metadataDocument(dictionary, { resources, representation });
    const { variations, findings } = await findVariations(document, { version });
    expect([variations, findings]).toEqual([[], []]);
  });

  it('where half of the standard fields are missing', async () => {
    const { dictionary } = await dictionaryOf('2.0');
    const half = dictionary.resources.map(({ name, elements }) => ({
      name,
      elements: elements.filter((_, at) => at % 2 === 0),
    }));
    const document = metadataDocument(
      { ...dictionary, resources: half },
      { resources: half.map(({ name }) => name), representation: 'enum' },
    );
    expect((await findVariations(document)).variations).toEqual([]);
  });
});

describe('the same input gives the same bytes', () => {
  it('apart from the time', async () => {
    const document = edmx({
      property: [property('ListPrise', 'Edm.Decimal'), property('Agent', 'Edm.String')],
    });
    const [first, again] = [await findVariations(document), await findVariations(document)];
    expect(JSON.stringify(first.report)).toBe(JSON.stringify(again.report));
    expect(first.report).toMatchObject({
      version: '2.0',
      fuzziness: 0.25,
      generatedOn: '2026-01-02T03:04:05.000Z',
      ignored: [],
    });
  });
});

const CITI = { property: [property('Citi', 'Edm.String')] };
const PRISE = { property: [property('ListPrise', 'Edm.Decimal')] };
const AGENT_AND_PRISE = { property: [property('ListPriseAndMore', 'Edm.String'), ...PRISE.property] };
const DISPOSER = {
  property: [property('Appliances', 'Collection(org.test.A)')],
  schema: enumType('A', ['GarbageDisposer']),
};

describe('severity', () => {
  const both: readonly Profile[] = ['certification', 'specification'];
  it.each<[string, EdmxParts, string, readonly [string, string], FindOptions?]>([
    ['a near name', PRISE, 'variations/field', ['error', 'error']],
    ['one that only the tools fail on', CITI, 'variations/field', ['error', 'warning']],
    ['a synonym of a value alone', DISPOSER, 'variations/lookup', ['warning', 'warning']],
    ['a near name in 1.7', PRISE, 'variations/field', ['warning', 'warning'], { version: '1.7' }],
    ['a near name that is not strict', PRISE, 'variations/field', ['warning', 'warning'], { strict: false }],
    [
      'an expansion',
      CASES.find(([what]) => what === 'an expansion')?.[1] ?? {},
      'variations/expansion',
      ['error', 'error'],
    ],
    [
      'a plural resource',
      { propertySet: entitySet('Properties', 'Property') },
      'variations/resource',
      ['error', 'error'],
    ],
  ])('%s', async (_what, parts, rule, severities, options) => {
    const found = await Promise.all(
      both.map((profile) => findVariations(edmx(parts), { ...options, profile })),
    );
    expect(found.map(({ findings }) => findings.map((finding) => [finding.rule, finding.severity]))).toEqual(
      severities.map((severity) => [[rule, severity]]),
    );
  });

  it('a local element gives one finding with all its suggestions', async () => {
    const { findings } = await findVariations(edmx(AGENT_AND_PRISE));
    expect(findings.map(brief)).toEqual(['variations/field error Property.ListPrise @10']);
  });
});

describe('findings', () => {
  it('say what, where, to what and how to settle it', async () => {
    const { findings } = await findVariations(edmx(CITI));
    expect(findings).toEqual([
      {
        rule: 'variations/field',
        severity: 'error',
        subject: { resource: 'Property', field: 'Citi' },
        message:
          'The local field "Citi" in Property is nearly the standard field "City", which the server does not declare. The ratified text would let it pass, but RESO\'s published tools fail on it. Use the standard name if that is what it means; if not, settle it with --mappings (Ignore, with a reason).',
        expected: 'City',
        found: 'Citi',
        location: { file: 'metadata.xml', line: 9, column: 1 },
        specification: 'https://github.com/RESOStandards/transport',
        suggestions: [
          {
            suggestedFieldName: 'City',
            strategy: 'Edit Distance',
            closeMatch: true,
            distance: 1,
            maxDistance: 1,
            advisory: true,
            ddWikiUrl: 'https://dd.reso.org/DD2.0/Property/City/',
          },
        ],
      },
    ]);
  });

  it('of a report have no place', async () => {
    const { findings } = await findVariations(edmx(CITI), { viaReport: true });
    expect(findings[0]).not.toHaveProperty('location');
  });

  it('of a value list the fields that use it', async () => {
    const shared = {
      property: [
        property('Cooling', 'Collection(org.test.C)'),
        property('InteriorFeatures', 'Collection(org.test.C)'),
      ],
      schema: enumType('C', ['CeilingFanz']),
    };
    const { findings } = await findVariations(edmx(shared));
    expect(findings).toMatchObject([
      {
        rule: 'variations/lookup',
        subject: { lookup: 'org.test.C', value: 'CeilingFanz' },
        related: [
          { resource: 'Property', field: 'Cooling' },
          { resource: 'Property', field: 'InteriorFeatures' },
        ],
      },
    ]);
  });

  it('of listed synonyms and closed lookups are those of the scenarios', async () => {
    const parts = {
      property: [
        property('AskingPrice', 'Edm.Decimal'),
        property('StandardStatus', 'org.test.S'),
        annotated('MlsStatus', 'Edm.String', 'MlsStatus'),
        annotated('PropertyType', 'Edm.String', 'PropertyType'),
      ],
      schema: enumType('S', ['Active', 'Actve']),
    };
    for (const viaReport of [false, true]) {
      const { findings } = await findVariations(edmx(parts), { viaReport });
      expect(
        findings.map(({ rule, severity, subject }) => [rule, severity, subject.field ?? subject.value]),
      ).toEqual([
        ['dd/synonym', 'error', 'AskingPrice'],
        ['dd/closed-enumeration', 'error', 'Actve'],
      ]);
    }
  });

  it('name the likeliest of many suggestions', async () => {
    const { findings } = await findVariations(edmx({ property: [property('Agent', 'Edm.String')] }));
    expect(findings[0]?.suggestions?.length).toBeGreaterThan(50);
    expect(findings[0]?.message).toMatch(
      /^The local field "Agent" in Property is nearly the standard field ("\w+" or ){4}"\w+" \(and \d+ more\), which/,
    );
  });
});

describe('checks', () => {
  const verdictOf = async (rule: string, parts: EdmxParts, options: FindOptions = {}) => {
    const { ledger } = await findVariations(edmx(parts), options);
    return ledger.checks
      .filter((check) => check.rule === rule && ['Property', undefined].includes(check.subject.resource))
      .filter(({ subject }) => subject.field === undefined || subject.field === 'Cooling')
      .map(({ verdict, reason }) => [verdict, reason]);
  };

  it.each<[string, string, EdmxParts, FindOptions, [string, string | undefined][]]>([
    ['passed', 'variations/field', {}, {}, [['passed', undefined]]],
    ['failed', 'variations/field', PRISE, {}, [['failed', undefined]]],
    ['a warning passes', 'variations/field', PRISE, { strict: false }, [['passed', undefined]]],
    [
      'an absent field',
      'variations/lookup',
      {},
      {},
      [['not applicable', '"Property" declares no "Cooling"']],
    ],
    ['rows not given', 'variations/lookup', ROWS, {}, []],
    [
      'rows missing',
      'variations/lookup',
      ROWS,
      { lookups: [row('Central Ayr')], rowsBlocked: 'it broke off' },
      [['not evaluated', 'it broke off']],
    ],
    [
      'a field of another type',
      'variations/lookup',
      { property: [property('Cooling', 'Edm.Boolean')] },
      {},
      [['not evaluated', 'dd/field-type on Property.Cooling blocks it']],
    ],
    [
      'no rows of the lookup',
      'variations/lookup',
      ROWS,
      { lookups: [] },
      [['not applicable', 'lookup/name-in-use: "Cooling" has no rows']],
    ],
  ])('%s', async (_what, rule, parts, options, expected) => {
    expect(await verdictOf(rule, parts, options)).toEqual(expected);
  });

  it('an absent resource is not applicable', async () => {
    const { ledger } = await findVariations(edmx({}));
    const member = ledger.checks.filter(
      ({ rule, subject }) => rule === 'variations/expansion' && subject.resource === 'Member',
    );
    expect(member.map(({ verdict }) => verdict)).toEqual(['not applicable']);
  });

  it('rows that were not given are out of scope, and named', async () => {
    const { ledger } = await findVariations(edmx(ROWS));
    expect(ledger.outOfScope).toEqual([
      {
        what: 'values of lookups that only the Lookup Resource knows',
        reason: 'the run has no Lookup rows; give them with --lookups FILE',
      },
    ]);
  });
});
