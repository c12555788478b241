import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import type { RunEvent } from '../../src/core/events.js';
import { loadDictionary } from '../../src/dictionary/reference.js';
import { generate } from '../../src/run/generate.js';
import { fieldRow, lookupRow, sheetsOf, writeXlsx } from '../dictionary/tiny-xlsx.js';

const SHEETS = sheetsOf(
  [
    fieldRow({}),
    fieldRow({ StandardName: 'Heat', SimpleDataType: 'String List, Multi', LookupName: 'Heating' }),
    fieldRow({ StandardName: 'Media', SimpleDataType: 'Collection', SourceResource: 'Media' }),
    fieldRow({ ResourceName: 'Media', StandardName: 'Order', SimpleDataType: 'Number' }),
  ],
  [lookupRow({}), lookupRow({ StandardLookupValue: 'Stove', LegacyODataValue: 'Stove' })],
);

describe('generate', () => {
  let out: string;

  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'generate-'));
  });

  it('writes the dictionary and a feature for each resource, and counts them', async () => {
    const result = await generate({ spreadsheet: await writeXlsx(SHEETS), version: '2.0', out });
    expect(result).toEqual({
      folder: join(out, '2.0'),
      resources: 2,
      fields: 3,
      expansions: 1,
      lookups: 1,
      lookupValues: 2,
      warnings: [],
    });
    expect((await readdir(result.folder)).sort()).toEqual([
      'dictionary.json',
      'media.feature',
      'property.feature',
    ]);
    const { dictionary } = await loadDictionary(out, '2.0');
    expect(dictionary.resources.map(({ name }) => name)).toEqual(['Property', 'Media']);
  });

  it('writes the same bytes each time', async () => {
    const spreadsheet = await writeXlsx(SHEETS);
    await generate({ spreadsheet, version: '2.0', out });
    const first = await contentsOf(join(out, '2.0'));
    await generate({ spreadsheet, version: '2.0', out });
    expect(await contentsOf(join(out, '2.0'))).toEqual(first);
  });

  it('removes the features of resources that are gone, and nothing else', async () => {
    const events: RunEvent[] = [];
    await generate({ spreadsheet: await writeXlsx(SHEETS), version: '1.7', out });
    await generate({ spreadsheet: await writeXlsx(SHEETS), version: '2.0', out });
    await writeFile(join(out, '2.0/ours.feature'), 'Feature: written by hand\n');
    await mkdir(join(out, '2.0/folder.feature'));
    const spreadsheet = await writeXlsx(sheetsOf([fieldRow({})]));
    await generate({ spreadsheet, version: '2.0', out, onEvent: (event) => events.push(event) });
    expect((await readdir(join(out, '2.0'))).sort()).toEqual([
      'dictionary.json',
      'folder.feature',
      'ours.feature',
      'property.feature',
    ]);
    expect(await readdir(join(out, '1.7'))).toContain('media.feature');
    expect(events).toEqual([
      { type: 'notice', message: `Removed ${join(out, '2.0/media.feature')}: its resource is gone.` },
    ]);
  });

  it.each(['2', '2.0.1', 'v2.0', '', '../2.0', '2.0/..', '2.0\n'])(
    'refuses the version %j',
    async (version) => {
      const spreadsheet = await writeXlsx(SHEETS);
      await expect(generate({ spreadsheet, version, out })).rejects.toThrow(ConfigurationError);
      expect(await readdir(out)).toEqual([]);
    },
  );

  it('writes nothing when the spreadsheet is faulty', async () => {
    const spreadsheet = await writeXlsx(sheetsOf([fieldRow({ SimpleDataType: 'Money' })]));
    await expect(generate({ spreadsheet, version: '2.0', out })).rejects.toThrow('"Money" is unknown');
    expect(await readdir(out)).toEqual([]);
  });

  it('refuses two resources that would share a file', async () => {
    const spreadsheet = await writeXlsx(sheetsOf([fieldRow({}), fieldRow({ ResourceName: 'PROPERTY' })]));
    await expect(generate({ spreadsheet, version: '2.0', out })).rejects.toThrow(
      'share the file property.feature',
    );
    expect(await readdir(out)).toEqual([]);
  });

  it('passes on the warnings', async () => {
    const spreadsheet = await writeXlsx(sheetsOf([fieldRow({})], [lookupRow({})]));
    const { warnings } = await generate({ spreadsheet, version: '2.0', out });
    expect(warnings).toEqual(['No field uses the lookup "Heating".']);
  });
});

async function contentsOf(folder: string): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
}
