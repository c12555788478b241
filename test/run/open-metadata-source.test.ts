import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeverityPolicy } from '../../src/core/severity.js';
import { openMetadataSource, reportOfSource } from '../../src/run/open-metadata-source.js';
import { folderWith } from '../cli/folder-with.js';
import { annotated, edmx } from '../scenarios/edmx.js';
import { temporaryFolder } from './run-dd.js';

const POLICY: SeverityPolicy = { profile: 'certification', version: '2.0', strict: true };
const OPTIONS = { standardNames: new Set(['Property']), version: '2.0', generatedOn: 'now' };
const DOCUMENT = edmx({ property: [annotated('City', 'Edm.String', 'City')] });
const ROWS = JSON.stringify([{ LookupName: 'City', LookupValue: 'Ames' }]);
const REPORT = JSON.stringify({
  version: '1.7',
  fields: [
    {
      resourceName: 'Property',
      fieldName: 'City',
      type: 'Edm.String',
      annotations: [{ term: 'RESO.OData.Metadata.LookupName', value: 'City' }],
    },
  ],
});

function open(folder: string, name: string, lookups?: string) {
  const path = join(folder, name);
  const rows = lookups === undefined ? {} : { lookups: join(folder, lookups) };
  return openMetadataSource({ path, command: 'variations', ...rows }, POLICY);
}

describe('openMetadataSource', () => {
  it('opens EDMX, with rows beside it', async () => {
    const folder = folderWith({ 'my.xml': DOCUMENT, 'rows.json': ROWS });
    const source = await open(folder, 'my.xml', 'rows.json');
    expect(source).toMatchObject({ kind: 'document', file: join(folder, 'my.xml'), folder });
    expect(reportOfSource(source, OPTIONS)?.lookups).toEqual([
      { lookupName: 'City', lookupValue: 'Ames', type: 'Edm.String' },
    ]);
  });

  it('opens a report, with rows merged in', async () => {
    const folder = folderWith({ 'report.json': `\uFEFF\n ${REPORT}`, 'rows.json': ROWS });
    const source = await open(folder, 'report.json', 'rows.json');
    expect(source).toMatchObject({ kind: 'report', version: '1.7' });
    expect(reportOfSource(source, OPTIONS)).toMatchObject({
      fields: [{ type: 'City' }],
      lookups: [{ lookupValue: 'Ames' }],
    });
  });

  it('takes the metadata of a result folder with its rows before its report', async () => {
    const folder = folderWith({
      'metadata.xml': DOCUMENT,
      'metadata-report.json': REPORT,
      'lookup-resource-lookup-metadata.json': ROWS,
      'results.json': JSON.stringify({ dictionary: { version: '2.1' }, checks: [] }),
    });
    const source = await open(folder, '.');
    expect(source).toMatchObject({ kind: 'document', version: '2.1', lookups: { rows: [{}] } });
    expect(source).not.toHaveProperty('rowsBlocked');
  });

  it('takes the report of a folder that has nothing else', async () => {
    expect(await open(folderWith({ 'metadata-report.json': REPORT }), '.')).toMatchObject({ kind: 'report' });
  });

  it.each(['failed', 'not evaluated'])('says that rows are missing where replication %s', async (verdict) => {
    const results = { checks: [{ rule: 'lookup/replication-count', verdict }] };
    const folder = folderWith({ 'metadata.xml': DOCUMENT, 'results.json': JSON.stringify(results) });
    const { rowsBlocked } = await open(folder, '.');
    expect(rowsBlocked).toContain('lookup/replication-count blocks it: not all rows came');
  });

  it('gives no report of EDMX without a model', async () => {
    const source = await open(folderWith({ 'cut.xml': DOCUMENT.slice(0, 300) }), 'cut.xml');
    expect(reportOfSource(source, OPTIONS)).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['an empty folder', {}, '.', 'The folder has neither metadata.xml nor metadata-report.json.'],
    ['no such path', {}, 'none.xml', 'There is no such file.'],
    ['another JSON', { 'a.json': '[]' }, 'a.json', 'The file holds no object.'],
    ['no EDMX', { 'a.txt': 'hello' }, 'a.txt', 'The file is not XML'],
    [
      'broken results',
      { 'results.json': '{', 'metadata.xml': DOCUMENT },
      '.',
      'The file is no whole JSON document',
    ],
  ])('refuses %s', async (_what, files, name, message) => {
    await expect(open(folderWith(files), name)).rejects.toThrow(message);
  });

  it('points from the folder of a recipient to its run', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'current'));
    await expect(open(folder, '.')).rejects.toThrow(`The run itself may be in ${join(folder, 'current')}.`);
  });
});
