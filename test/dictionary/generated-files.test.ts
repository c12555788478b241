import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSources } from '@cucumber/cucumber/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDictionary } from '../../src/dictionary/reference.js';
import { generate } from '../../src/run/generate.js';
import { GENERATED, IS_ABSENT, officialSpreadsheet, SLOW_MS, VERSIONS, WHY_SKIPPED } from './official.js';

describe.skipIf(IS_ABSENT).each(VERSIONS)(`the committed files of %s${WHY_SKIPPED}`, (version) => {
  let out: string;

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'generated-'));
    await generate({ spreadsheet: officialSpreadsheet(version), version, out });
  }, SLOW_MS);
  afterAll(() => rm(out, { recursive: true }));

  it('equal freshly generated ones', async () => {
    const committed = await contentsOf(join(GENERATED, version));
    const fresh = await contentsOf(join(out, version));
    expect([...committed.keys()]).toEqual([...fresh.keys()]);
    expect([...fresh.keys()].filter((name) => committed.get(name) !== fresh.get(name))).toEqual([]);
  });
});

describe.each(VERSIONS)('the features of %s', (version) => {
  it(
    'parse, with a scenario for each resource, field and expansion, in their order',
    async () => {
      const { dictionary } = await loadDictionary(GENERATED, version);
      const { plan, errors } = await loadSources({
        defaultDialect: 'en',
        paths: [join(GENERATED, version, '*.feature')],
        names: [],
        tagExpression: '',
        order: 'defined',
      });
      expect(errors).toEqual([]);
      const inFileOrder = [...dictionary.resources].sort((a, b) => compare(fileOf(a.name), fileOf(b.name)));
      expect(plan.map(({ name }) => name)).toEqual(
        inFileOrder.flatMap(({ name, elements }) => [`Resource ${name}`, ...elements.map((e) => e.name)]),
      );
    },
    SLOW_MS,
  );
});

async function contentsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, at) => [name, texts[at] ?? '']));
}

function fileOf(resource: string): string {
  return `${resource.toLowerCase()}.feature`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
