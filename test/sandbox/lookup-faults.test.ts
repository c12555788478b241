import { describe, expect, it } from 'vitest';
import { ask, type Content, column, json, serving, walk } from './serving.js';

const failing = (fault: string) => serving({ faults: [fault], pageSize: 2000 });
const FILTER = '$filter=ModificationTimestamp ge 2024-01-01T00:00:00Z';

async function rowsOf(fault: string): Promise<Content['value']> {
  return (await walk(await failing(fault), '/Lookup')).flatMap(({ value }) => value);
}

const whole = await (async () => {
  const { startSandbox } = await import('../../src/sandbox/start-sandbox.js');
  const sandbox = await startSandbox({ records: 0, pageSize: 10_000 });
  const { value } = await json(sandbox, '/Lookup');
  await sandbox.close();
  return value;
})();

describe('rows', () => {
  it('are whole without a fault', () => {
    expect(whole.length).toBeGreaterThan(3000);
  });

  it.each<[string, (row: Content['value'][number], at: number) => boolean, number]>([
    ['lookup-missing-key', (row) => !('LookupKey' in row), 3],
    ['lookup-null-field', (row) => row['ModificationTimestamp'] === null, 3],
    ['lookup-repeated-key', (row, at) => at === 0 && row['LookupKey'] === whole[1]?.['LookupKey'], 1],
    [
      'lookup-local-in-closed',
      (row) => row['LookupName'] === 'StandardStatus' && row['StandardLookupValue'] === null,
      1,
    ],
    ['lookup-timestamp-undeclared', (row) => !('ModificationTimestamp' in row), whole.length],
  ])('%s', async (fault, isFaulty, count) => {
    const rows = await rowsOf(fault);
    expect(rows.filter(isFaulty)).toHaveLength(count);
    expect(rows).toHaveLength(whole.length + (fault === 'lookup-local-in-closed' ? 1 : 0));
  });

  it('lookup-no-standard-value', async () => {
    const [before, after] = [whole, await rowsOf('lookup-no-standard-value')].map(
      (rows) => rows.filter((row) => row['StandardLookupValue'] === null).length,
    );
    expect(after).toBeGreaterThan((before ?? 0) + 100);
  });

  it('lookup-name-without-rows, of a field that no record fills', async () => {
    const sandbox = await failing('lookup-name-without-rows');
    const rows = (await walk(sandbox, '/Lookup')).flatMap(({ value }) => value);
    const records = await json(sandbox, '/Property?$select=ShowingDays');
    expect(new Set(column(rows, 'LookupName')).has('ShowingDays')).toBe(false);
    expect((await ask(sandbox, '/$metadata')).text).toContain('String="ShowingDays"');
    expect(records.value.flatMap((row) => row['ShowingDays'])).toEqual([]);
  });
});

describe('metadata', () => {
  it('lookup-timestamp-undeclared leaves the field out of the Lookup Resource alone', async () => {
    const xml = (await ask(await failing('lookup-timestamp-undeclared'), '/$metadata')).text;
    const type = /<EntityType Name="Lookup">[\s\S]*?<\/EntityType>/.exec(xml)?.[0] ?? '';
    expect(type).toContain('Name="LookupValue"');
    expect(type).not.toContain('ModificationTimestamp');
    expect(xml.match(/Name="ModificationTimestamp"/g)).toHaveLength(5);
  });

  it('lookup-missing keeps the annotations', async () => {
    const sandbox = await failing('lookup-missing');
    const xml = (await ask(sandbox, '/$metadata')).text;
    expect(xml).not.toContain('<EntitySet Name="Lookup"');
    expect(xml).toContain('RESO.OData.Metadata.LookupName');
    expect((await ask(sandbox, '/Lookup')).status).toBe(404);
    expect((await ask(sandbox, '/')).text).not.toContain('Lookup');
  });
});

describe('queries', () => {
  it.each([
    ['lookup-count-refused', '$count=true', 400],
    ['lookup-count-refused', '$top=5', 200],
    ['lookup-top-zero-refused', '$top=0&$count=true', 400],
    ['lookup-top-zero-refused', '$top=01', 200],
    ['lookup-timestamp-400', FILTER, 400],
    ['lookup-timestamp-501', FILTER, 501],
    ['lookup-timestamp-501', "$filter=LookupName eq 'City'", 200],
  ])('%s: %s is answered with %i', async (fault, query, status) => {
    const sandbox = await failing(fault);
    expect((await ask(sandbox, `/Lookup?${query}`)).status).toBe(status);
    expect((await ask(sandbox, '/Property?$count=true&$top=0')).status).toBe(200);
  });

  it.each<[string, string, readonly (number | undefined)[]]>([
    ['lookup-count-missing', '', [undefined, undefined]],
    ['lookup-fewer-rows', '', [1, 1]],
    ['lookup-more-rows', '', [-1, -1]],
    ['lookup-count-drifts', '', [0, 1]],
    ['lookup-timestamp-count', '', [0, 0]],
    ['lookup-timestamp-count', `&${FILTER}`, [5, 5]],
  ])('%s%s: the counts are off by %j', async (fault, filter, offs) => {
    const sandbox = await failing(fault);
    const pages = await walk(sandbox, `/Lookup?$count=true${filter}`);
    const rows = pages.flatMap(({ value }) => value).length;
    expect(pages.map((page) => page['@odata.count'])).toEqual(
      offs.slice(0, pages.length).map((off) => (off === undefined ? undefined : rows + off)),
    );
  });
});
