import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { outOfScope } from '../../src/core/outcome.js';
import { describeSubject } from '../../src/core/subject.js';
import { Exemptions } from '../../src/schema/exemptions.js';
import { PayloadAssessment, type PayloadCoverage } from '../../src/schema/payload-assessment.js';
import type { PayloadFacts } from '../../src/schema/validate/payload-facts.js';
import { definitionsOf, tokenized } from './payloads.js';

const DEFINITIONS = definitionsOf(`
<EntityType Name="Property">
  <Key><PropertyRef Name="ListingKey"/></Key>
  <Property Name="ListingKey" Type="Edm.String" Nullable="false" MaxLength="3"/>
  <Property Name="ListPrice" Type="Edm.Decimal"/>
  <Property Name="CloseDate" Type="Edm.Date"/>
  <Property Name="Status" Type="Collection(self.Status)"/>
  <Property Name="HighSchool" Type="self.Status"/>
  <Property Name="City" Type="Edm.String"><Annotation Term="RESO.OData.Metadata.LookupName" String="City"/></Property>
  <Property Name="Photo" Type="Edm.Stream"/>
  <Property Name="Odd" Type="other.Type"/>
  <Property Name="Home" Type="self.Address"/>
  <NavigationProperty Name="Media" Type="Collection(self.Media)"/>
</EntityType>
<EntityType Name="Media">
  <Key><PropertyRef Name="MediaKey"/></Key>
  <Property Name="MediaKey" Type="Edm.String" MaxLength="3"/>
</EntityType>
<ComplexType Name="Address"><Property Name="Zip" Type="Edm.String" MaxLength="5"/></ComplexType>
<EnumType Name="Status"><Member Name="Active"/></EnumType>
<EntityContainer Name="C"><EntitySet Name="Property" EntityType="self.Property"/><EntitySet Name="Media" EntityType="self.Media"/></EntityContainer>`);

const POLICY = { profile: 'certification', version: '2.0', strict: true } as const;
const WHOLE: PayloadCoverage = {
  blocked: () => undefined,
  withoutRows: outOfScope('values of annotated strings', 'no rows were given'),
};

function assessment(): PayloadAssessment {
  return new PayloadAssessment({
    definitions: DEFINITIONS,
    policy: POLICY,
    exemptions: Exemptions.ofVersion('2.0'),
  });
}

/** Judges pages of records in turn. What was kept of each passes through JSON, as in a checkpoint. */
function facts(
  on: PayloadAssessment,
  pages: readonly string[],
  resource = 'Property',
): readonly PayloadFacts[] {
  return pages.map((json) => {
    on.validator.validate({ ...tokenized(json, on.validator.shapeOf(resource)), resource });
    return JSON.parse(JSON.stringify(on.validator.take()));
  });
}

function judged(pages: readonly string[], resource = 'Property'): PayloadAssessment {
  const made = assessment();
  for (const kept of facts(made, pages, resource)) made.add(kept);
  return made;
}

function verdicts(made: PayloadAssessment, coverage = WHOLE): Readonly<Record<string, string>> {
  return Object.fromEntries(
    made.outcomes(coverage).map(({ rule, subject, outcome }) => {
      const passed = outcome.kind === 'evaluated' && outcome.findings.length === 0;
      const failed = outcome.kind === 'evaluated' && outcome.findings.length > 0;
      const end = passed
        ? 'passed'
        : failed
          ? 'found'
          : `${outcome.kind}: ${'reason' in outcome ? outcome.reason : ''}`;
      return [`${rule} ${describeSubject(subject)}`, end];
    }),
  );
}

const FAULTY = [
  '[{"ListingKey":"1","ListPrice":"x","Status":["A","B","A"]},{"ListingKey":"2","ListPrice":true,"Local":1}]',
  '[{"ListingKey":"1234","Status":["A"],"HighSchool":"Z","Media":[{"MediaKey":"12345"}]},{"ListPrice":"y"}]',
];

describe('the grouped errors', () => {
  const errors = judged(FAULTY).schemaErrors('2024-05-06T07:08:09.000Z');

  it('have the published shape', () => {
    const schema = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../docs/schema-validation-errors.schema.json'), 'utf8'),
    );
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(errors);
    expect(validate.errors).toBeNull();
  });

  it('are grouped by message, resource and field', () => {
    expect(errors).toEqual({
      description: 'RESO Data Availability Schema Validation Errors',
      generatedOn: '2024-05-06T07:08:09.000Z',
      version: '2.0',
      totalErrors: 11,
      totalWarnings: 1,
      errors: {
        'MUST be equal to one of the allowed values': {
          resources: {
            Property: {
              count: 4,
              keyField: 'ListingKey',
              keys: ['1', '1234'],
              fields: { Status: { lookups: { A: { count: 3 }, B: { count: 1 } } } },
            },
          },
        },
        'MUST be number but found string': {
          resources: {
            Property: { count: 2, keyField: 'ListingKey', keys: ['1'], fields: { ListPrice: { count: 2 } } },
          },
        },
        'MUST have a maximum advertised length of 3 characters': {
          resources: {
            Media: {
              count: 1,
              keyField: 'MediaKey',
              keys: ['12345'],
              fields: { MediaKey: { count: 1, sourceModel: 'Property', sourceModelField: 'Media' } },
            },
            Property: {
              count: 1,
              keyField: 'ListingKey',
              keys: ['1234'],
              fields: { ListingKey: { count: 1 } },
            },
          },
        },
        'Fields MUST be advertised in the metadata': {
          resources: {
            Property: { count: 1, keyField: 'ListingKey', keys: ['2'], fields: { Local: { count: 1 } } },
          },
        },
        'Fields that are not nullable MUST be present': {
          resources: {
            Property: { count: 1, keyField: 'ListingKey', keys: [], fields: { ListingKey: { count: 1 } } },
          },
        },
        'MUST be number but found boolean': {
          resources: {
            Property: { count: 1, keyField: 'ListingKey', keys: ['2'], fields: { ListPrice: { count: 1 } } },
          },
        },
      },
      warnings: {
        'MUST be equal to one of the allowed values': {
          resources: {
            Property: {
              count: 1,
              keyField: 'ListingKey',
              keys: ['1234'],
              fields: { HighSchool: { lookups: { Z: { count: 1 } } } },
            },
          },
        },
      },
    });
  });

  it('are none where nothing is wrong', () => {
    expect(judged(['[{"ListingKey":"1"}]']).schemaErrors('')).toBeUndefined();
  });

  it('do not say by which expansion a field came when it came by several ways', () => {
    const both = assessment();
    for (const kept of facts(both, ['[{"ListingKey":"1","Media":[{"MediaKey":"12345"}]}]'])) both.add(kept);
    for (const kept of facts(both, ['[{"MediaKey":"12345"}]'], 'Media')) both.add(kept);
    const [group] = Object.values(both.schemaErrors('')?.errors ?? {});
    expect(group?.resources['Media']?.fields).toEqual({ MediaKey: { count: 2 } });
  });

  it('are the same for pages in another order, and after a resume', () => {
    const kept = facts(assessment(), FAULTY);
    const [first, second] = kept;
    if (first === undefined || second === undefined) throw new Error('no facts');
    const backwards = assessment();
    backwards.add(second);
    backwards.add(first);
    const resumed = assessment();
    resumed.add(first);
    for (const again of facts(resumed, FAULTY.slice(1))) resumed.add(again);
    expect(sorted(backwards.schemaErrors(''))).toEqual(sorted(judged(FAULTY).schemaErrors('')));
    expect(resumed.schemaErrors('')).toEqual(judged(FAULTY).schemaErrors(''));
    expect(verdicts(resumed)).toEqual(verdicts(judged(FAULTY)));
  });

  it('count every one of a hundred thousand values in bounded memory', () => {
    const record = (index: number) =>
      `{"ListingKey":"${index % 1000}","HighSchool":"${index}","Status":["s${index}"]}`;
    const pages = Array.from(
      { length: 100 },
      (_, page) => `[${Array.from({ length: 1000 }, (__, index) => record(page * 1000 + index)).join()}]`,
    );
    const { errors: ofAll } = judged(pages).schemaErrors('') ?? {};
    const ofProperty = Object.values(ofAll ?? {})[0]?.resources['Property'];
    const status = ofProperty?.fields['Status'];
    if (status === undefined || !('lookups' in status)) throw new Error('no lookups');
    expect(ofProperty?.count).toBe(100_000);
    expect(Object.keys(status.lookups)).toHaveLength(1000);
    expect(status.moreLookups).toEqual({ count: 99_000 });
    expect(ofProperty?.keys).toHaveLength(100);
  });
});

describe('the findings', () => {
  it('are one for each rule, field and expansion, with what is wrong, how often, where, and what to do', () => {
    const told = judged(FAULTY).findings.map(
      ({ rule, severity, subject, message, found, expected, related }) => ({
        rule,
        severity,
        subject,
        message,
        found,
        expected,
        related,
      }),
    );
    expect(told).toMatchInlineSnapshot(`
      [
        {
          "expected": "values of ns.Status",
          "found": ""Z"",
          "message": "Property.HighSchool MUST be equal to one of the allowed values but found "Z" (once, such as ListingKey 1234). Advertise the value, or send one that is advertised, in the same spelling. The field is exempt, so this only warns.",
          "related": undefined,
          "rule": "payload/enum",
          "severity": "warning",
          "subject": {
            "field": "HighSchool",
            "resource": "Property",
          },
        },
        {
          "expected": "values of ns.Status",
          "found": ""A", "B"",
          "message": "Property.Status MUST be equal to one of the allowed values but found "A", "B" (4 times, such as ListingKey 1; 1234). Advertise the value, or send one that is advertised, in the same spelling.",
          "related": undefined,
          "rule": "payload/enum",
          "severity": "error",
          "subject": {
            "field": "Status",
            "resource": "Property",
          },
        },
        {
          "expected": "at most 3 characters",
          "found": "up to 5 characters",
          "message": "Media.MediaKey in the expansion Media MUST have a maximum advertised length of 3 characters but found up to 5 characters (once, such as MediaKey 12345). Raise MaxLength to what the data needs, or shorten the values.",
          "related": [
            {
              "field": "Media",
              "resource": "Property",
            },
          ],
          "rule": "payload/max-length",
          "severity": "error",
          "subject": {
            "expansion": "Media",
            "field": "MediaKey",
            "resource": "Media",
          },
        },
        {
          "expected": "at most 3 characters",
          "found": "up to 4 characters",
          "message": "Property.ListingKey MUST have a maximum advertised length of 3 characters but found up to 4 characters (once, such as ListingKey 1234). Raise MaxLength to what the data needs, or shorten the values.",
          "related": undefined,
          "rule": "payload/max-length",
          "severity": "error",
          "subject": {
            "field": "ListingKey",
            "resource": "Property",
          },
        },
        {
          "expected": undefined,
          "found": undefined,
          "message": "Property.ListingKey is not nullable, but is missing (once). Send the field in each record, or declare it nullable.",
          "related": undefined,
          "rule": "payload/required",
          "severity": "error",
          "subject": {
            "field": "ListingKey",
            "resource": "Property",
          },
        },
        {
          "expected": "number",
          "found": "boolean or string",
          "message": "Property.ListPrice MUST be number but found boolean or string (3 times, such as ListingKey 1; 2). Send the JSON type of the declared type, or declare the type that is sent.",
          "related": undefined,
          "rule": "payload/type",
          "severity": "error",
          "subject": {
            "field": "ListPrice",
            "resource": "Property",
          },
        },
        {
          "expected": undefined,
          "found": undefined,
          "message": "Property.Local is not advertised in the metadata, but is in the payload (once, such as ListingKey 2). Declare the field in the metadata, or leave it out of the payload.",
          "related": undefined,
          "rule": "payload/unadvertised-field",
          "severity": "error",
          "subject": {
            "field": "Local",
            "resource": "Property",
          },
        },
      ]
    `);
  });
});

describe('the checks', () => {
  it('of a field are those that it can break', () => {
    const checks = Object.keys(verdicts(assessment())).filter((check) => check.includes('.'));
    expect(checks).toEqual([
      'payload/type Property.ListingKey',
      'payload/null Property.ListingKey',
      'payload/required Property.ListingKey',
      'payload/max-length Property.ListingKey',
      'payload/type Property.ListPrice',
      'payload/range Property.ListPrice',
      'payload/type Property.CloseDate',
      'payload/format Property.CloseDate',
      'payload/type Property.Status',
      'payload/null Property.Status',
      'payload/enum Property.Status',
      'payload/type Property.HighSchool',
      'payload/enum Property.HighSchool',
      'payload/type Property.City',
      'payload/enum Property.City',
      'payload/type Property.Odd',
      'payload/enum Property.Odd',
      'payload/type Property.Home',
      'payload/type Property.Home/Zip',
      'payload/max-length Property.Home/Zip',
      'payload/type Property.Media',
      'payload/null Property.Media',
      'payload/type Media.MediaKey',
      'payload/max-length Media.MediaKey',
    ]);
  });

  it('are not applicable to what no payload has', () => {
    const ended = verdicts(judged(['[{"ListingKey":"1","CloseDate":null}]']));
    expect(ended).toMatchObject({
      'payload/type Property.ListingKey': 'passed',
      'payload/required Property.ListingKey': 'passed',
      'payload/unadvertised-field Property': 'passed',
      'payload/json Property': 'passed',
      'payload/type Property.CloseDate': 'not applicable: no record has a value in CloseDate',
      'payload/null Property.Status': 'not applicable: no record has Status',
      'payload/json Media': 'not applicable: no payload has a record of it',
    });
  });

  it('are passed in an expansion that was seen', () => {
    const ended = verdicts(judged(['[{"ListingKey":"1","Media":[{"MediaKey":"1"}],"Home":{"Zip":"1"}}]']));
    expect(ended).toMatchObject({
      'payload/type Media.MediaKey': 'passed',
      'payload/json Media': 'passed',
      'payload/max-length Property.Home/Zip': 'passed',
    });
  });

  it('that found something also say so of the resource, where the rule is about names', () => {
    const ended = verdicts(judged(['[{"ListingKey":"1","Foo":1,"ListPrice":"x"}]']));
    expect(ended).toMatchObject({
      'payload/unadvertised-field Property': 'found',
      'payload/unadvertised-field Property.Foo': 'found',
      'payload/type Property.ListPrice': 'found',
      'payload/range Property.ListPrice': 'passed',
    });
  });

  it('are never passed where payloads are missing', () => {
    const coverage = {
      ...WHOLE,
      blocked: (name: string) => (name === 'Property' ? 'sampling/http-error blocks it' : undefined),
    };
    const ended = verdicts(judged(['[{"ListingKey":"1","ListPrice":"x"}]']), coverage);
    expect(ended).toMatchObject({
      'payload/type Property.ListPrice': 'found',
      'payload/type Property.ListingKey': 'not evaluated: sampling/http-error blocks it',
      'payload/type Property.CloseDate': 'not evaluated: sampling/http-error blocks it',
      'payload/json Media': 'not applicable: no payload has a record of it',
    });
  });

  it('of values whose rows are not at hand end as the input says', () => {
    const ended = verdicts(judged(['[{"ListingKey":"1","City":"x"}]']));
    expect(ended['payload/enum Property.City']).toBe('out of scope: no rows were given');
    expect(ended['payload/type Property.City']).toBe('passed');
  });
});

describe('errors so far', () => {
  it('are what --fail-fast stops at, and warnings are not', () => {
    expect(judged(['[{"ListingKey":"1","HighSchool":"x"}]']).hasErrors).toBe(false);
    expect(judged(['[{"ListingKey":"1"}]', '[{"ListingKey":1}]']).hasErrors).toBe(true);
  });
});

function sorted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) => (Array.isArray(part) ? part.toSorted() : part));
}
