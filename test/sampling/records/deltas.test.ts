import { describe, expect, it } from 'vitest';
import { Books } from '../../../src/sampling/records/books.js';
import { ByteReader } from '../../../src/sampling/records/byte-reader.js';
import { ByteWriter } from '../../../src/sampling/records/byte-writer.js';
import { compileRecordModels } from '../../../src/sampling/records/compile-record-models.js';
import { UnusableDelta } from '../../../src/sampling/records/delta-frame.js';
import { Sightings } from '../../../src/sampling/records/sightings.js';
import { MODELS, take } from './entering.js';
import { SMALL_REPORT } from './small-report.js';

const { delta } = take(new Books(MODELS), [
  {
    ListingKey: 'SECRET-KEY',
    PublicRemarks: 'Mind the dog',
    StandardStatus: 'Active',
    Media: [{ MediaKey: 'm' }],
  },
]);

function replay(bytes: Uint8Array, models = MODELS): void {
  new Books(models).replay(bytes, new Sightings());
}

describe('a delta', () => {
  it('holds values of lookups, and nothing else of records', () => {
    const text = Buffer.from(delta).toString('latin1');
    expect(text).toContain('Active');
    expect(text).not.toMatch(/SECRET|dog/);
  });

  it('that is cut off anywhere is noticed', () => {
    expect(() => replay(delta)).not.toThrow();
    for (let length = 0; length < delta.length; length++) {
      expect(() => replay(delta.subarray(0, length)), `${length} bytes`).toThrow(UnusableDelta);
    }
  });

  it('that is damaged anywhere is noticed', () => {
    for (let at = 0; at < delta.length; at++) {
      const damaged = Uint8Array.from(delta);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(() => replay(damaged), `byte ${at}`).toThrow(UnusableDelta);
    }
  });

  it.each([
    ['without a field', { fields: SMALL_REPORT.fields.slice(1) }],
    ['with fields in another order', { fields: SMALL_REPORT.fields.toReversed() }],
    ['without the lookups', { lookups: [] }],
    ['without a resource', { resources: SMALL_REPORT.resources.slice(0, -1) }],
    [
      'with another key',
      { resources: SMALL_REPORT.resources.map((resource) => ({ ...resource, keyFields: [] })) },
    ],
  ])('of other metadata is refused: %s', (_what, change) => {
    const other = compileRecordModels({ ...SMALL_REPORT, ...change });
    expect(other.fingerprint).not.toBe(MODELS.fingerprint);
    expect(() => replay(delta, other)).toThrow('The checkpoint belongs to other metadata.');
  });

  it('of the same metadata is taken, whenever it was read', () => {
    expect(() => replay(delta, compileRecordModels({ ...SMALL_REPORT, generatedOn: 'later' }))).not.toThrow();
  });
});

describe('bytes', () => {
  it('give back what was written', () => {
    const counts = [0, 1, 127, 128, 300, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER];
    const differences = [0, 1, -1, 63, -64, 64, 2 ** 35, -(2 ** 35)];
    const words = [0, -1, 2 ** 31 - 1, -(2 ** 31)];
    const texts = ['', 'é🏠', 'x'.repeat(10_000)];
    const writer = new ByteWriter();
    for (const value of counts) writer.count(value);
    for (const value of differences) writer.difference(value);
    for (const value of words) writer.word(value);
    for (const value of texts) writer.text(value);
    const reader = new ByteReader(writer.take());
    expect(counts.map(() => reader.count())).toEqual(counts);
    expect(differences.map(() => reader.difference())).toEqual(differences);
    expect(words.map(() => reader.word())).toEqual(words);
    expect(texts.map(() => reader.text())).toEqual(texts);
    expect(reader.isAtEnd).toBe(true);
    expect(writer.take()).toHaveLength(0);
  });
});
