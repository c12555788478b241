import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/start-sandbox.js';
import { ask, column, json, serving, walk } from './serving.js';

const FIELD = 'ModificationTimestamp';
const ASCENDING = `/Property?$orderby=${FIELD} asc`;

async function stamps(sandbox: Sandbox, path = ASCENDING): Promise<readonly string[]> {
  return (await walk(sandbox, path)).flatMap(({ value }) => column(value, FIELD)) as string[];
}

async function keys(sandbox: Sandbox, path: string): Promise<readonly unknown[]> {
  return (await walk(sandbox, path)).flatMap(({ value }) => column(value, 'ListingKey'));
}

describe('timestamps that are allowed', () => {
  it('shared-timestamp is the same for so many records', async () => {
    const sandbox = await serving({ faults: ['shared-timestamp=40'] });
    const all = await stamps(sandbox, '/Property');
    expect(new Set(all.slice(0, 40))).toEqual(new Set(['2024-06-15T12:00:00Z']));
    expect(new Set(all.slice(40)).size).toBeGreaterThan(10);
    const found = await json(sandbox, `/Property?$filter=${FIELD} eq 2024-06-15T12:00:00Z&$count=true`);
    expect(found['@odata.count']).toBe(40);
  });

  it('precise-timestamps have seven digits, are declared so, and can be asked for', async () => {
    const sandbox = await serving({ faults: ['precise-timestamps'] });
    const all = await stamps(sandbox);
    expect(all.filter((text) => !/:\d\d\.\d{7}Z$/.test(text))).toEqual([]);
    expect(all).toEqual(all.toSorted());
    const [, , third] = all;
    expect(await stamps(sandbox, `/Property?$filter=${FIELD} eq ${third}`)).toContain(third);
    expect((await ask(sandbox, '/$metadata')).text).toContain(
      `Name="${FIELD}" Type="Edm.DateTimeOffset" Precision="7"`,
    );
  });

  it('offset-timestamps name the same instants, and are in their order', async () => {
    const sandbox = await serving({ faults: ['offset-timestamps'] });
    const [plain, offset] = [await stamps(await serving()), await stamps(sandbox)];
    expect(offset.map((text) => Date.parse(text))).toEqual(plain.map((text) => Date.parse(text)));
    expect(new Set(offset.map((text) => text.slice(19)))).toEqual(
      new Set(['Z', '+02:00', '-05:30', '+12:45']),
    );
  });

  it('unstable-ties change their order from request to request, but not within next links', async () => {
    const sandbox = await serving({ faults: ['shared-timestamp=all', 'unstable-ties'] });
    const [first, second] = [await keys(sandbox, ASCENDING), await keys(sandbox, ASCENDING)];
    expect(first).not.toEqual(second);
    expect([new Set(first).size, new Set(second).size]).toEqual([60, 60]);
  });
});

describe('timestamp-undeclared', () => {
  it('leaves ModificationTimestamp out of metadata and records, but for the Lookup Resource', async () => {
    const sandbox = await serving({ faults: ['timestamp-undeclared'] });
    const xml = (await ask(sandbox, '/$metadata')).text;
    expect(xml.match(/Name="ModificationTimestamp"/g)).toHaveLength(1);
    expect((await json(sandbox, '/Property?$top=1')).value[0]).not.toHaveProperty(FIELD);
    expect((await json(sandbox, '/Lookup?$top=1')).value[0]).toHaveProperty(FIELD);
  });
});

describe('records-change', () => {
  it('gives a record the latest timestamp and another content after each second page', async () => {
    const sandbox = await serving({ faults: ['records-change=1/1'] });
    const before = await stamps(sandbox, `/Property?$top=1&$orderby=${FIELD} desc`);
    const after = await stamps(sandbox, `/Property?$top=1&$orderby=${FIELD} desc`);
    expect(before).not.toEqual(after);
    expect((await json(sandbox, '/Property?$count=true&$top=0'))['@odata.count']).toBe(60);
  });

  it('does not move records under those who follow next links', async () => {
    const sandbox = await serving({ faults: ['records-change=1/1'] });
    expect(new Set(await keys(sandbox, ASCENDING)).size).toBe(60);
  });
});
