import { describe, expect, it } from 'vitest';
import { variationsSchemaErrors } from '../../reports/results-schema.js';
import { brief } from '../../scenarios/assess.js';
import {
  annotated,
  type EdmxParts,
  edmx,
  entitySet,
  entityType,
  enumType,
  property,
} from '../../scenarios/edmx.js';
import { type FindOptions, type Found, findVariations } from '../find-variations.js';

type Cells = Readonly<Record<string, string | true>>;

/** The step on a document with decisions, given as rows of a JSON file. Row 1 is line 2. */
async function decide(parts: EdmxParts, rows: readonly Cells[], options: FindOptions = {}): Promise<Found> {
  const mappings = `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  const found = await findVariations(edmx(parts), { ...options, mappings });
  expect(variationsSchemaErrors(found.report)).toEqual([]);
  return found;
}

const prise = (more: Cells): Cells => ({ 'Resource Name': 'Property', 'Field Name': 'ListPrise', ...more });
const IGNORED = { Ignore: true, Reason: 'another price' } as const;
const PRISE: EdmxParts = { property: [property('ListPrise', 'Edm.Decimal')] };
const COOLING: EdmxParts = {
  property: [property('Cooling', 'Collection(org.test.C)')],
  schema: enumType('C', ['CentralAyr=Central Ayr', 'CentralEr']),
};
const told = ({ notes }: Found) =>
  notes.map(({ at, element, kind, reason }) => `${at} ${kind}: ${element}: ${reason}`);
const suggested = ({ variations }: Found) => variations.flatMap(({ suggestions }) => suggestions);

describe('Ignore', () => {
  it('settles an element, and the report lists it with its reason', async () => {
    const found = await decide(PRISE, [prise({ ...IGNORED, Expires: '2030-01-01' })]);
    expect([found.findings, found.variations, told(found)]).toEqual([[], [], []]);
    expect(found.report.ignored).toEqual([
      { resourceName: 'Property', fieldName: 'ListPrise', reason: 'another price', expires: '2030-01-01' },
    ]);
  });

  it.each<[string, EdmxParts, Cells]>([
    [
      'a resource',
      { schema: entityType('Medias'), container: [entitySet('Medias')] },
      { 'Resource Name': 'Medias' },
    ],
    [
      'an expansion',
      { property: ['<NavigationProperty Name="OpenHoses" Type="Collection(org.test.Property)"/>'] },
      { 'Resource Name': 'Property', 'Field Name': 'OpenHoses' },
    ],
    [
      'a value by its LookupValue',
      { ...COOLING, schema: enumType('C', ['CentralAyr=Central Ayr']) },
      { 'Resource Name': 'Property', 'Field Name': 'Cooling', 'Lookup Value': 'Central Ayr' },
    ],
    [
      'a value by its LegacyODataValue',
      { ...COOLING, schema: enumType('C', ['CentralAyr=Central Ayr']) },
      { 'Resource Name': 'Property', 'Field Name': 'Cooling', 'Lookup Value': 'CentralAyr' },
    ],
    ['a name with blanks around it', PRISE, { 'Resource Name': ' Property', 'Field Name': 'ListPrise ' }],
  ])('settles %s', async (_what, parts, names) => {
    expect(await decide(parts, [])).toMatchObject({ variations: [{}] });
    const found = await decide(parts, [{ ...names, ...IGNORED }]);
    expect([found.findings, found.variations, told(found)]).toEqual([[], [], []]);
    expect(found.report.ignored).toHaveLength(1);
  });

  it('wins over a suggestion in its row', async () => {
    const found = await decide(PRISE, [prise({ ...IGNORED, 'Suggested Field Name': 'ListPrice' })]);
    expect(found.variations).toEqual([]);
  });

  it('settles that element alone', async () => {
    const found = await decide(COOLING, [
      { 'Resource Name': 'Property', 'Field Name': 'Cooling', 'Lookup Value': 'CentralEr', ...IGNORED },
    ]);
    expect(found.findings.map(brief)).toEqual(['variations/lookup error org.test.C=CentralAyr @12']);
  });

  it('asks for a reason', async () => {
    expect(told(await decide(PRISE, [prise({ Ignore: true })]))).toEqual([
      'mappings.csv:2 without reason: Property.ListPrise: nobody can tell why it is ignored',
    ]);
  });

  it('counts on its last day, and not after', async () => {
    const row = prise({ ...IGNORED, Expires: '2026-01-02' });
    expect((await decide(PRISE, [row], { today: '2026-01-02' })).findings).toEqual([]);
    const after = await decide(PRISE, [row], { today: '2026-01-03' });
    expect(after.findings[0]?.message).toMatch(
      / The entry that ignored it \(mappings\.csv:2\) expired after 2026-01-02\.$/,
    );
    expect(told(after)).toEqual(['mappings.csv:2 expired: Property.ListPrise: it counted until 2026-01-02']);
    expect(after.report.ignored).toEqual([]);
  });

  it('settles nothing out of the chosen resources', async () => {
    const found = await decide(PRISE, [prise(IGNORED)], { resources: ['Member'] });
    expect([found.report.ignored, told(found)]).toEqual([[], []]);
  });
});

describe('a suggestion', () => {
  it("replaces the machine's and stays open, its source as strategy", async () => {
    const found = await decide(PRISE, [
      prise({
        'Suggested Field Name': 'OriginalListPrice',
        Source: 'Admin Review',
        'Suggested Related Field Name': 'ClosePrice',
      }),
    ]);
    expect(suggested(found)).toEqual([
      {
        suggestedFieldName: 'OriginalListPrice',
        suggestedRelatedResourceName: 'Property',
        suggestedRelatedFieldName: 'ClosePrice',
        strategy: 'Admin Review',
        ddWikiUrl: 'https://dd.reso.org/DD2.0/Property/OriginalListPrice/',
      },
    ]);
    expect(found.findings[0]).toMatchObject({
      severity: 'error',
      message:
        'The local field "ListPrise" in Property should be the standard field "OriginalListPrice", as mappings.csv:2 says (Admin Review). Rename it; if it is something else, settle it there (Ignore, with a reason).',
    });
  });

  it.each<[string, 'error' | 'warning']>([
    ['Admin Review', 'error'],
    ['Fast Track', 'warning'],
    ['', 'error'],
    ['somebody', 'error'],
  ])('of "%s" is an %s in both profiles, never advisory', async (Source, severity) => {
    for (const profile of ['certification', 'specification'] as const) {
      const citi = { property: [property('Citi', 'Edm.String')] };
      const row = {
        'Resource Name': 'Property',
        'Field Name': 'Citi',
        'Suggested Field Name': 'City',
        Source,
      };
      const { findings } = await decide(citi, [row], { profile });
      expect(findings.map((finding) => finding.severity)).toEqual([severity]);
      expect(findings[0]?.suggestions?.[0]).toMatchObject({
        strategy: /Review|Track/.test(Source) ? Source : 'Suggestion',
      });
      expect(findings[0]?.suggestions?.[0]).not.toHaveProperty('advisory');
    }
  });

  it('beside others of the same element is one of them', async () => {
    const found = await decide(PRISE, [
      prise({ 'Suggested Field Name': 'ListPrice', Source: 'Fast Track' }),
      prise({ 'Suggested Field Name': 'ClosePrice' }),
    ]);
    expect(suggested(found).map(({ suggestedFieldName }) => suggestedFieldName)).toEqual([
      'ListPrice',
      'ClosePrice',
    ]);
    expect(found.findings.map(brief)).toEqual(['variations/field error Property.ListPrise @9']);
  });

  it('of a name that is near to none', async () => {
    const wombat = { property: [property('Wombat', 'Edm.Decimal')] };
    const row = { 'Resource Name': 'Property', 'Field Name': 'Wombat', 'Suggested Field Name': 'ListPrice' };
    expect((await decide(wombat, [row])).findings.map(brief)).toEqual([
      'variations/field error Property.Wombat @9',
    ]);
  });

  it('of another resource, for a resource', async () => {
    const parts = { schema: entityType('Wombats'), container: [entitySet('Wombats')] };
    const found = await decide(parts, [{ 'Resource Name': 'Wombats', 'Suggested Resource Name': 'Media' }]);
    expect(found.findings.map(brief)).toEqual(['variations/resource error Wombats @15']);
  });

  it('of a value, by the kind of name that is compared', async () => {
    const row = (value: string, to: string) => ({
      'Resource Name': 'Property',
      'Field Name': 'Cooling',
      'Lookup Value': value,
      'Suggested Lookup Value': to,
    });
    const found = await decide(COOLING, [row('Central Ayr', 'Central Air'), row('CentralEr', 'CentralAir')]);
    expect(suggested(found)).toMatchObject([
      { suggestedLookupValue: 'Central Air', strategy: 'Suggestion' },
      { suggestedLegacyODataValue: 'CentralAir', strategy: 'Suggestion' },
    ]);
  });

  it('of a value of another field names the field', async () => {
    const found = await decide(COOLING, [
      {
        'Resource Name': 'Property',
        'Field Name': 'Cooling',
        'Lookup Value': 'CentralEr',
        'Suggested Field Name': 'Heating',
        'Suggested Lookup Value': 'Forced Air',
      },
    ]);
    expect(suggested(found)[1]).toMatchObject({
      suggestedFieldName: 'Heating',
      suggestedLookupValue: 'Forced Air',
    });
  });

  it("is dropped when the server declares it, and the machine's count again", async () => {
    const parts = { property: [...(PRISE.property ?? []), property('ClosePrice', 'Edm.Decimal')] };
    const found = await decide(parts, [prise({ 'Suggested Field Name': 'ClosePrice' })]);
    expect(suggested(found)[0]).toMatchObject({ suggestedFieldName: 'ListPrice', strategy: 'Edit Distance' });
    expect(told(found)).toEqual([
      'mappings.csv:2 without effect: Property.ListPrise: the server declares the suggested element already',
    ]);
  });

  it('of a value is dropped when either of its names is declared', async () => {
    const parts = { ...COOLING, schema: enumType('C', ['CentralAir', 'Wombat']) };
    const row = {
      'Resource Name': 'Property',
      'Field Name': 'Cooling',
      'Lookup Value': 'Wombat',
      'Suggested Lookup Value': 'Central Air',
    };
    expect((await decide(parts, [row])).variations).toEqual([]);
  });

  it('of the resource whose type a local set serves is not dropped', async () => {
    const found = await decide({ propertySet: entitySet('Properties', 'Property') }, [
      { 'Resource Name': 'Properties', 'Suggested Resource Name': 'Property' },
    ]);
    expect(suggested(found)).toMatchObject([{ suggestedResourceName: 'Property', strategy: 'Suggestion' }]);
  });

  it("counts no more after its last day: the machine's count again", async () => {
    const found = await decide(PRISE, [
      prise({ 'Suggested Field Name': 'ClosePrice', Expires: '2025-12-31' }),
    ]);
    expect(suggested(found)[0]).toMatchObject({ suggestedFieldName: 'ListPrice' });
    expect(found.findings[0]?.message).not.toContain('expired');
  });
});

describe('where no near names are looked for, a suggestion counts too', () => {
  it.each<[string, EdmxParts, Cells, string]>([
    [
      'the field of a local resource',
      { schema: entityType('Wombat', [property('Price', 'Edm.Decimal')]), container: [entitySet('Wombat')] },
      {
        'Resource Name': 'Wombat',
        'Field Name': 'Price',
        'Suggested Resource Name': 'Property',
        'Suggested Field Name': 'ListPrice',
      },
      'variations/field error Wombat.Price @12',
    ],
    [
      'a value of a local field',
      { property: [property('Wombat', 'org.test.W')], schema: enumType('W', ['Big']) },
      {
        'Resource Name': 'Property',
        'Field Name': 'Wombat',
        'Lookup Value': 'Big',
        'Suggested Field Name': 'Cooling',
        'Suggested Lookup Value': 'Central Air',
      },
      'variations/lookup error org.test.W=Big @12',
    ],
    [
      'a value of a field without standard values',
      { property: [property('City', 'org.test.W')], schema: enumType('W', ['Big']) },
      {
        'Resource Name': 'Property',
        'Field Name': 'City',
        'Lookup Value': 'Big',
        'Suggested Field Name': 'Cooling',
        'Suggested Lookup Value': 'Central Air',
      },
      'variations/lookup error org.test.W=Big @12',
    ],
  ])('%s', async (_what, parts, row, finding) => {
    const found = await decide(parts, [row]);
    expect(found.findings.map(brief)).toEqual([finding]);
    expect(found.ledger.checks.filter(({ verdict }) => verdict === 'failed')).toHaveLength(1);
    expect((await decide(parts, [{ ...row, ...IGNORED }])).findings).toEqual([]);
  });
});

describe('an entry that changes nothing is told', () => {
  const parts: EdmxParts = {
    property: [
      property('ListPrice', 'Edm.Decimal'),
      property('GateCode', 'Edm.String'),
      property('StandardStatus', 'org.test.S'),
      property('Cooling', 'Collection(org.test.C)'),
      annotated('Heating', 'Collection(Edm.String)', 'Heating'),
      property('Citi', 'Edm.String'),
    ],
    schema: [...enumType('S', ['Active', 'Actve']), ...enumType('C', ['CentralAir'])],
  };
  const value = (field: string, name: string) => ({
    'Resource Name': 'Property',
    'Field Name': field,
    'Lookup Value': name,
  });

  it.each<[string, Cells, string, FindOptions?]>([
    [
      'no such resource',
      { 'Resource Name': 'Wombats' },
      'unused: Wombats: the server declares no resource "Wombats"',
    ],
    [
      'no such resource of a field',
      { 'Resource Name': 'Wombats', 'Field Name': 'A' },
      'unused: Wombats.A: the server declares no resource "Wombats"',
    ],
    [
      'no such field',
      { 'Resource Name': 'Property', 'Field Name': 'Nothing' },
      'unused: Property.Nothing: "Property" declares no "Nothing"',
    ],
    [
      'no such value',
      value('Cooling', 'Iglu'),
      'unused: Property.Cooling = "Iglu": org.test.C, the lookup of Property.Cooling, has no value "Iglu"',
    ],
    [
      'no such rows',
      value('Heating', 'Gas'),
      'unused: Property.Heating = "Gas": lookup/name-in-use: "Heating" has no rows',
      { lookups: [] },
    ],
    [
      'a standard resource',
      { 'Resource Name': 'Property' },
      'without effect: Property: it is standard: there is nothing to settle',
    ],
    [
      'a standard field',
      { 'Resource Name': 'Property', 'Field Name': 'ListPrice' },
      'without effect: Property.ListPrice: it is standard: there is nothing to settle',
    ],
    [
      'a standard value',
      value('Cooling', 'CentralAir'),
      'without effect: Property.Cooling = "CentralAir": it is standard: there is nothing to settle',
    ],
    [
      'a listed synonym',
      { 'Resource Name': 'Property', 'Field Name': 'GateCode' },
      'without effect: Property.GateCode: dd/synonym speaks of it, and nothing settles a listed synonym',
    ],
    [
      'a value of a closed lookup',
      value('StandardStatus', 'Actve'),
      'without effect: Property.StandardStatus = "Actve": dd/closed-enumeration speaks of it: the lookup is closed',
    ],
    [
      'rows that were not given',
      value('Heating', 'Gas'),
      'without effect: Property.Heating = "Gas": its lookup cannot be looked at: the run has no Lookup rows; give them with --lookups FILE',
    ],
    [
      'rows that may not have come',
      value('Heating', 'Gas'),
      'without effect: Property.Heating = "Gas": it broke off',
      { lookups: [{ LookupName: 'Heating', LookupValue: 'X' }], rowsBlocked: 'it broke off' },
    ],
  ])('%s', async (_what, names, note, options) => {
    expect(told(await decide(parts, [{ ...names, ...IGNORED }], options))).toEqual([
      `mappings.csv:2 ${note}`,
    ]);
  });

  it('neither Ignore nor a suggestion', async () => {
    const found = await decide(parts, [
      { 'Resource Name': 'Property', 'Field Name': 'Citi', Outcome: 'to be seen' },
    ]);
    expect(told(found)).toEqual([
      'mappings.csv:2 without effect: Property.Citi: it has neither Ignore nor a suggestion',
    ]);
    expect(found.variations).toHaveLength(1);
  });

  it('what a closed lookup or a synonym says stands', async () => {
    const rows = [
      value('StandardStatus', 'Actve'),
      { 'Resource Name': 'Property', 'Field Name': 'GateCode' },
    ];
    const { findings } = await decide(
      parts,
      rows.map((row) => ({ ...row, ...IGNORED })),
    );
    expect(findings.map(({ rule }) => rule).sort()).toEqual([
      'dd/closed-enumeration',
      'dd/synonym',
      'variations/field',
    ]);
  });
});
