import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/check-document.js';
import type { Entity } from '../../src/sandbox/data/value.js';
import { payloadFaults } from './payload-faults.js';
import { ask, column, json, serving, walk } from './serving.js';

const POLICY = { profile: 'certification', version: '2.0', strict: true } as const;

/** What the tests' own judge says of all Property records, by their places. */
async function faultsOf(fault: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const sandbox = await serving({ representation: 'enum', faults: [fault] });
  const { model } = readMetadata(
    Buffer.from((await ask(sandbox, '/$metadata')).text),
    'metadata.xml',
    POLICY,
  );
  if (model === undefined) throw new Error('no model');
  const records = (await walk(sandbox, '/Property')).flatMap(({ value }) => value as readonly Entity[]);
  const judged = records.map((record, at) => [at, payloadFaults(model, 'Property', record)] as const);
  return new Map(judged.filter(([, faults]) => faults.length > 0));
}

describe('records that contradict the metadata', () => {
  it.each([
    ['unadvertised-field', 'SandboxUnadvertised is not declared'],
    ['unadvertised-value', 'DocumentStatus is no member: "SandboxUnadvertised"'],
    ['too-long', `AccessCode is too long: "${'x'.repeat(26)}"`],
    ['wrong-type', 'AboveGradeFinishedArea is no number: "not a number"'],
    ['bad-date', 'ActivationDate is no date: "2025-02-30"'],
    ['too-precise', 'AboveGradeFinishedArea is too precise: 1.23456'],
    ['null-key', 'ListingKey is null: null'],
  ])('%s: each tenth says %s, and nothing else is wrong', async (fault, message) => {
    const found = await faultsOf(fault);
    expect([...found.keys()]).toEqual([9, 19, 29, 39, 49, 59]);
    expect([...new Set([...found.values()].flat())]).toEqual([message]);
  });

  it.each(['Member', 'Office', 'Media', 'OpenHouse'])('are found among %s records too', async (resource) => {
    const plain = await json(await serving(), `/${resource}?$top=5`);
    const names = ['unadvertised-value', 'too-long', 'wrong-type', 'bad-date', 'unadvertised-field'];
    for (const name of names.filter((each) => each !== 'bad-date' || resource !== 'Office')) {
      const faulty = await json(await serving({ faults: [`${name}=all`] }), `/${resource}?$top=5`);
      expect(faulty.value).not.toEqual(plain.value);
      expect(faulty.value).toHaveLength(plain.value.length);
    }
  });

  it('are the same ones in any order and inside expansions', async () => {
    const sandbox = await serving({ faults: ['unadvertised-field'] });
    const isFaulty = (row: Readonly<Record<string, unknown>>) => 'SandboxUnadvertised' in row;
    const ordered = (await walk(sandbox, '/Property?$orderby=City')).flatMap(({ value }) => value);
    const plain = (await walk(sandbox, '/Property')).flatMap(({ value }) => value);
    expect(column(ordered.filter(isFaulty), 'ListingKey').toSorted()).toEqual(
      column(plain.filter(isFaulty), 'ListingKey'),
    );
    const expanded = (await walk(sandbox, '/Property?$expand=Media')).flatMap(({ value }) => value);
    const media = expanded.flatMap((row) => row['Media'] as typeof expanded);
    expect(column(media.filter(isFaulty), 'MediaKey')).toContain('400000010');
  });

  it('null-timestamp is what queries see too', async () => {
    const sandbox = await serving({ faults: ['null-timestamp'] });
    const without = await json(sandbox, '/Property?$filter=ModificationTimestamp eq null&$count=true');
    expect(without['@odata.count']).toBe(6);
    expect(column(without.value, 'ModificationTimestamp')).toEqual(new Array(6).fill(null));
  });
});
