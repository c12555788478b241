import { describe, expect, it, onTestFinished } from 'vitest';
import { STRATEGY_NAMES } from '../../src/config/sampling-options.js';
import { startSynthetic } from '../../src/sandbox/synthetic/start-synthetic.js';
import { figuresOf, sample } from '../sampling/sample.js';

async function synthetic(records: number) {
  const server = await startSynthetic({ records, pageSize: 50 });
  onTestFinished(() => server.close());
  return server;
}

describe('a synthetic sandbox', () => {
  it('puts a page together from records that were written once', async () => {
    const { url } = await synthetic(3000);
    const answer = await fetch(`${url}/Property?$count=true&$top=2&$skip=2001`);
    const page = (await answer.json()) as { value: readonly Record<string, unknown>[] };
    expect(page).toMatchObject({ '@odata.count': 3000 });
    expect(page.value.map((row) => [row['ListingKey'], row['ModificationTimestamp']])).toEqual([
      ['100002002', '1990-01-01T00:33:21Z'],
      ['100002003', '1990-01-01T00:33:22Z'],
    ]);
  });

  it.each(STRATEGY_NAMES.filter((name) => name !== 'NextLinkWithFilter'))(
    'is sampled whole by %s',
    async (strategy) => {
      const { url } = await synthetic(1234);
      const sampled = await sample(url, { sampling: { strategies: [strategy] }, manners: { pageSize: 40 } });
      expect(figuresOf(sampled, 'Property').numUniqueRecordsFetched).toBe(1234);
      expect([sampled.results.verdict, sampled.results.findings]).toEqual(['passed', []]);
    },
  );

  it('answers nothing else', async () => {
    const { url } = await synthetic(10);
    const status = async (path: string) => (await fetch(`${url}${path}`)).status;
    expect(await status('/Member')).toBe(404);
    expect(await status('/Property?$filter=ListPrice gt 1')).toBe(404);
    expect(await status('/$metadata')).toBe(200);
  });
});
