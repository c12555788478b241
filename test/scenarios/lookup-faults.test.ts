import { describe, expect, it } from 'vitest';
import { evaluated } from '../../src/core/outcome.js';
import type { SeverityPolicy } from '../../src/core/severity.js';
import { DictionaryIndex } from '../../src/dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../../src/dictionary/generated-folder.js';
import { loadDictionary } from '../../src/dictionary/reference.js';
import { readMetadata } from '../../src/metadata/check-document.js';
import { lookupRows } from '../../src/metadata/lookup-rows.js';
import type { Assessment } from '../../src/scenarios/assessment.js';
import { buildAssessment } from '../../src/scenarios/build-assessment.js';
import { lookupChecks, resourceCheck } from '../../src/scenarios/lookup-checks.js';
import type { LookupEvidence, ReplicationEvidence } from '../../src/scenarios/lookup-evidence.js';
import { brief } from './assess.js';
import { annotated, edmx, entitySet, property } from './edmx.js';

const index = new DictionaryIndex((await loadDictionary(GENERATED_FOLDER, '2.0')).dictionary);

const LOOKUP = [
  '<EntityType Name="Lookup"><Key><PropertyRef Name="LookupKey"/></Key>',
  property('LookupKey', 'Edm.String', ' Nullable="false"'),
  property('LookupName', 'Edm.String'),
  property('LookupValue', 'Edm.String'),
  property('ModificationTimestamp', 'Edm.DateTimeOffset'),
  '</EntityType>',
];
const WITH_LOOKUP = edmx({
  property: [annotated('Cooling', 'Collection(Edm.String)', 'Cooling')],
  schema: LOOKUP,
  container: [entitySet('Lookup')],
});

interface Options extends Partial<SeverityPolicy> {
  readonly document?: string;
}

function assessmentOf({ document = WITH_LOOKUP, ...more }: Options): Assessment {
  const policy: SeverityPolicy = { profile: 'certification', version: '2.0', strict: true, ...more };
  const { model } = readMetadata(Buffer.from(document), 'metadata.xml', policy);
  if (model === undefined) throw new Error('no good fixture');
  return buildAssessment({ file: 'metadata.xml', model, dictionary: index, policy });
}

const row = (key: string, more: object = {}) => ({
  LookupKey: key,
  LookupName: 'Cooling',
  LookupValue: 'Central Air',
  StandardLookupValue: 'Central Air',
  ModificationTimestamp: '2026-01-02T03:04:05Z',
  ...more,
});

const GOOD: ReplicationEvidence = {
  count: { atStart: 1, atEnd: 1, withTopZero: true },
  fetched: 1,
  repeatedKeys: [],
  timestampQuery: { query: 'Lookup?…', expected: 1, count: 1, returned: 1, older: 0 },
};

function findingsOf(evidence: Partial<LookupEvidence>, options: Options = {}): string[] {
  const assessment = assessmentOf(options);
  const seen = { rows: lookupRows([row('1')]), replication: GOOD, ...evidence };
  const checks = [resourceCheck(assessment), ...lookupChecks(assessment, seen)];
  return checks
    .map(({ judge }) => judge())
    .flatMap((outcome) => (outcome.kind === 'evaluated' ? outcome.findings.map(brief) : [outcome.reason]));
}

const replicated = (more: Partial<ReplicationEvidence>) => ({ replication: { ...GOOD, ...more } });
const counted = (count: Partial<ReplicationEvidence['count']>, fetched = 1) =>
  replicated({ count: { ...GOOD.count, ...count }, fetched });

describe('a planted fault of the Lookup Resource gives exactly its finding', () => {
  it.each<[string, Partial<LookupEvidence>, string[], Options?]>([
    ['nothing wrong', {}, []],
    [
      'lookup/resource-missing',
      {},
      ['lookup/resource-missing error Lookup @9'],
      { document: edmx({ property: [annotated('Cooling', 'Collection(Edm.String)', 'Cooling')] }) },
    ],
    [
      'lookup/required-fields: not declared',
      {},
      ['lookup/required-fields error Lookup.LookupValue @11'],
      {
        document: WITH_LOOKUP.replace(property('LookupValue', 'Edm.String'), '<!-- none -->'),
      },
    ],
    [
      'lookup/required-fields: null in a row',
      {
        rows: lookupRows([row('1'), row('2', { ModificationTimestamp: null })]),
        ...counted({ atStart: 2, atEnd: 2 }, 2),
      },
      ['lookup/required-fields error Lookup.ModificationTimestamp'],
    ],
    [
      'lookup/count-supported',
      replicated({ count: { withTopZero: false } }),
      [
        'lookup/count-supported error Lookup',
        'lookup/count-supported blocks it: there is no count to compare with',
      ],
    ],
    [
      'lookup/count-supported: not with $top=0',
      counted({ withTopZero: false }),
      ['lookup/count-supported warning Lookup'],
    ],
    [
      'lookup/replication-count: fewer',
      counted({ atStart: 3, atEnd: 3 }),
      ['lookup/replication-count error Lookup'],
    ],
    [
      'lookup/replication-count: more',
      counted({ atStart: 0, atEnd: 0 }),
      ['lookup/replication-count error Lookup'],
    ],
    [
      'lookup/replication-count: a repeated key',
      replicated({ repeatedKeys: ['1'] }),
      ['lookup/replication-count error Lookup.LookupKey'],
    ],
    [
      'lookup/replication-count: a drift that fits',
      counted({ atStart: 1, atEnd: 2 }, 2),
      ['lookup/replication-count info Lookup'],
    ],
    [
      'lookup/replication-count: a drift that does not',
      counted({ atStart: 3, atEnd: 4 }),
      ['lookup/replication-count error Lookup'],
    ],
    [
      'lookup/timestamp-query',
      replicated({ timestampQuery: { query: 'q', expected: 1, failure: 'status 501.' } }),
      ['lookup/timestamp-query warning Lookup.ModificationTimestamp'],
    ],
    [
      'lookup/timestamp-query, by the specification',
      replicated({ timestampQuery: { query: 'q', expected: 1, count: 9, returned: 1, older: 0 } }),
      ['lookup/timestamp-query error Lookup.ModificationTimestamp'],
      { profile: 'specification' },
    ],
    [
      'lookup/timestamp-query: older rows',
      replicated({ timestampQuery: { query: 'q', expected: 1, count: 2, returned: 2, older: 1 } }),
      ['lookup/timestamp-query warning Lookup.ModificationTimestamp'],
    ],
    [
      'lookup/name-in-use',
      { rows: lookupRows([row('1', { LookupName: 'Other' })]) },
      ['lookup/name-in-use info Cooling @9'],
    ],
    [
      'lookup/name-in-use in 1.7',
      { rows: lookupRows([row('1', { LookupName: 'Other' })]) },
      ['lookup/name-in-use error Cooling @9'],
      { version: '1.7' },
    ],
    [
      'lookup/standard-value',
      { rows: lookupRows([row('1', { StandardLookupValue: null })]) },
      ['lookup/standard-value warning Cooling=Central Air'],
    ],
    [
      'lookup/standard-value by its legacy name',
      {
        rows: lookupRows([
          row('1', { StandardLookupValue: null, LookupValue: 'Luft', LegacyODataValue: 'CentralAir' }),
        ]),
      },
      ['lookup/standard-value warning Cooling=Luft'],
    ],
    [
      'lookup/field-contradicts',
      { fields: { rows: [{ FieldKey: 'f', ResourceName: 'Property', FieldName: 'Wombats' }] } },
      ['lookup/field-contradicts warning Property.Wombats'],
    ],
    [
      'a row of Field that fits',
      { fields: { rows: [{ ResourceName: 'Property', FieldName: 'Cooling' }] } },
      [],
    ],
  ])('%s', (_fault, evidence, findings, options) => {
    const found = findingsOf(evidence, options).filter((line) => !line.startsWith('"'));
    expect(found).toEqual(findings);
  });

  it('replication that broke off leaves what needs all rows not evaluated', () => {
    const broken = replicated({ failure: { message: 'the server answered with status 500.' } });
    const blocked = 'lookup/replication-count blocks it: not all rows came';
    expect(findingsOf({ rows: lookupRows([row('1')]), ...broken })).toEqual([
      'lookup/replication-count error Lookup',
      // The timestamp query, four required fields, the standard values of a lookup, and a name in use.
      ...Array.from({ length: 7 }, () => blocked),
    ]);
    expect(findingsOf({ rows: lookupRows([row('1', { LookupValue: null })]), ...broken })).toContain(
      'lookup/required-fields error Lookup.LookupValue',
    );
  });

  it('a file without a column is not judged by it', () => {
    const assessment = assessmentOf({});
    const rows = lookupRows([{ LookupName: 'Cooling', LookupValue: 'Central Air' }]);
    const outcomes = lookupChecks(assessment, { rows })
      .filter(({ rule }) => rule === 'lookup/required-fields')
      .map(({ judge }) => judge());
    expect(outcomes).toEqual([
      { kind: 'not applicable', reason: 'the lookup file has no column LookupKey' },
      evaluated(),
      evaluated(),
      { kind: 'not applicable', reason: 'the lookup file has no column ModificationTimestamp' },
    ]);
  });
});
