import { describe, expect, it } from 'vitest';
import { ask, json, serving, walk } from './serving.js';

type Row = Readonly<Record<string, unknown>>;

const COMPATIBLE = 'application/json;IEEE754Compatible=true';

describe('enumerations with IsFlags', () => {
  it('are one text with commas, and can be asked for with has', async () => {
    const sandbox = await serving({ representation: 'flags' });
    const xml = (await ask(sandbox, '/$metadata')).text;
    expect(xml).toContain(
      '<EnumType Name="AccessibilityFeatures" UnderlyingType="Edm.Int64" IsFlags="true">',
    );
    const all = (await walk(sandbox, '/Property')).flatMap(({ value }) => value);
    const isList = (value: unknown) =>
      typeof value === 'string' && /^[A-Za-z0-9]+(?:,[A-Za-z0-9]+)+$/.test(value);
    const name = Object.keys(all[0] ?? {}).find(
      (field) =>
        xml.includes(`Name="${field}" Type="org.reso.metadata.enums.`) &&
        all.some((row) => isList(row[field])),
    );
    if (name === undefined) throw new Error('no field with several flags');
    const [member = ''] = String(all.find((row) => isList(row[name]))?.[name]).split(',');
    const type = new RegExp(`Name="${name}" Type="([^"]+)"`).exec(xml)?.[1];
    const found = await json(sandbox, `/Property?$filter=${name} has ${type}'${member}'&$count=true`);
    const expected = all.filter((row) => String(row[name]).split(',').includes(member));
    expect([found['@odata.count'], expected.length > 0]).toEqual([expected.length, true]);
  });
});

describe('large numbers', () => {
  it.each([
    ['when a client asks for it', [], COMPATIBLE],
    ['numbers-as-texts: when nobody asks for it', ['numbers-as-texts'], 'application/json'],
  ])('are texts %s, in expansions too', async (_when, faults, accept) => {
    const sandbox = await serving({ faults });
    const answer = await ask(sandbox, '/Property?$top=20&$count=true&$expand=Media', { accept });
    expect(answer.headers.get('content-type')).toContain('IEEE754Compatible=true');
    const page = JSON.parse(answer.text) as { '@odata.count': unknown; value: readonly Row[] };
    expect(page['@odata.count']).toBe('60');
    const [row = {}] = page.value;
    expect([typeof row['ListPrice'], typeof row['PhotosCount'], typeof row['ListingKey']]).toEqual([
      'string',
      'string',
      'string',
    ]);
    const media = page.value.flatMap((record) => record['Media'] as readonly Row[]);
    expect(media.some((record) => typeof record['Order'] === 'string' || record['Order'] === null)).toBe(
      true,
    );
    expect(media.filter((record) => typeof record['Order'] === 'number')).toEqual([]);
  });

  it('are numbers else', async () => {
    const page = await json(await serving(), '/Property?$top=1&$count=true');
    expect([typeof page.value[0]?.['ListPrice'], page['@odata.count']]).toEqual(['number', 60]);
  });

  it('are texts in a single record too', async () => {
    const sandbox = await serving();
    const answer = await ask(sandbox, "/Property('100000001')", { accept: COMPATIBLE });
    expect(typeof (JSON.parse(answer.text) as Row)['ListPrice']).toBe('string');
  });
});
