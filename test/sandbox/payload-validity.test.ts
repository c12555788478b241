import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/check-document.js';
import { metadataDocument } from '../../src/sandbox/metadata-document.js';
import { assess } from '../scenarios/assess.js';
import { CASES, entitiesOf, makeData, setOf } from './generated-data.js';
import { type Advertised, payloadFaults } from './payload-faults.js';

describe.each(CASES)('Data Dictionary %s, %s', async (version, representation) => {
  const { dictionary, names, values, data } = await makeData(version, representation);
  const xml = metadataDocument(dictionary, { resources: names, representation, values });
  const policy = { profile: 'specification', version, strict: true } as const;
  const { model, findings } = readMetadata(Buffer.from(xml), 'metadata.xml', policy);
  const rows = representation === 'lookup' ? entitiesOf(setOf(data, 'Lookup')) : [];

  it('has metadata without any finding, in the stricter profile', () => {
    expect(findings).toEqual([]);
  });

  it('has nothing for the Data Dictionary checks to find', async () => {
    const lookups = representation === 'lookup' ? { lookups: rows } : {};
    const ledger = await assess(xml, { version, profile: 'specification', ...lookups });
    expect(ledger.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(ledger.checks.filter(({ verdict }) => verdict === 'not evaluated')).toEqual([]);
  });

  it.each(names)('has %s records that the metadata allows, to the letter', (resource) => {
    const records = entitiesOf(setOf(data, resource));
    expect(records.length).toBeGreaterThan(0);
    if (model === undefined) throw new Error('no model');
    const advertised = advertisedIn(rows);
    expect(records.flatMap((record) => payloadFaults(model, resource, record, advertised))).toEqual([]);
  });
});

function advertisedIn(rows: readonly Readonly<Record<string, unknown>>[]): Advertised {
  const lookups = new Map<string, Set<string>>();
  for (const { LookupName, LookupValue } of rows) {
    const values = lookups.get(String(LookupName)) ?? new Set();
    lookups.set(String(LookupName), values.add(String(LookupValue)));
  }
  return lookups;
}
