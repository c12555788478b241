import { describe, expect, it } from 'vitest';
import { RecordTable } from '../../../src/sampling/records/record-table.js';
import { Sightings } from '../../../src/sampling/records/sightings.js';
import { Random } from '../../json/random-json.js';

describe('the table of records', () => {
  it('finds each of many records, and no other', () => {
    const random = new Random(1);
    const table = new RecordTable();
    const word = () => random.below(2 ** 32) | 0;
    const rows = Array.from({ length: 60_000 }, () => [word(), word(), word(), word()] as const);
    for (const [index, row] of rows.entries()) expect(table.add(...row)).toBe(index);
    expect(table.length).toBe(rows.length);
    for (const [index, [keyA, keyB, contentA, contentB]] of rows.entries()) {
      expect(table.find(keyA, keyB)).toBe(index);
      expect(table.find(keyA, keyB ^ 1)).toBe(-1);
      expect(table.hasContent(index, contentA, contentB)).toBe(true);
      expect(table.hasContent(index, contentA, contentB ^ 1)).toBe(false);
      expect([...table.row(index)]).toEqual([keyA, keyB, contentA, contentB]);
    }
  });

  it('tells records apart that have one half of the key in common', () => {
    const table = new RecordTable();
    for (let half = 0; half < 500; half++) table.add(7, half, 0, 0);
    expect(Array.from({ length: 500 }, (_, half) => table.find(7, half))).toEqual(
      Array.from({ length: 500 }, (_, half) => half),
    );
  });

  it('keeps a mark for each record', () => {
    const table = new RecordTable();
    for (let record = 0; record < 20_000; record++) table.setMark(table.add(record, 0, 0, 0), 2 * record);
    expect([0, 16_383, 16_384, 19_999].map((record) => table.mark(record))).toEqual([
      0, 32_766, 32_768, 39_998,
    ]);
  });
});

describe('sightings', () => {
  it('know what was added, each once', () => {
    const sightings = new Sightings();
    const ordinals = [5, 0, 100_000, 7, 5, 8, 15, 0];
    expect(ordinals.map((ordinal) => sightings.add(ordinal))).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(sightings.count).toBe(6);
    expect(
      [0, 1, 5, 6, 7, 8, 9, 15, 16, 99_999, 100_000, 100_001].filter((ordinal) => sightings.has(ordinal)),
    ).toEqual([0, 5, 7, 8, 15, 100_000]);
  });
});
