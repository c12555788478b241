import { describe, expect, it } from 'vitest';
import { compareInstants, parseInstant } from '../../../src/sampling/records/instant.js';
import { Random } from '../../json/random-json.js';

describe('timestamps', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0, 0],
    ['1969-12-31T23:59:59.5Z', -1, 500_000_000_000],
    ['2026-01-02T03:04Z', 1_767_323_040, 0],
    ['2026-01-02T03:04:05.1234567Z', 1_767_323_045, 123_456_700_000],
    ['2026-01-02T03:04:05.123456789012Z', 1_767_323_045, 123_456_789_012],
    ['2026-01-02T03:04:05.1234567890129Z', 1_767_323_045, 123_456_789_012],
    ['2026-01-02t03:04:05z', 1_767_323_045, 0],
    ['2026-01-02T03:04:05', 1_767_323_045, 0],
    ['2026-01-01T22:04:05-05:00', 1_767_323_045, 0],
    ['2026-01-02T08:49:05+05:45', 1_767_323_045, 0],
    ['2024-02-29T00:00:00Z', 1_709_164_800, 0],
    ['0001-01-01T00:00:00Z', -62_135_596_800, 0],
    ['-0001-03-01T00:00:00Z', -62_193_657_600, 0],
    ['12026-01-01T00:00:00Z', 317_336_745_600, 0],
  ])('%s', (text, seconds, picoseconds) => {
    expect(parseInstant(text)).toEqual({ seconds, picoseconds });
  });

  it.each([
    '',
    '2026-01-02',
    '2026-01-02 03:04:05Z',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00+1:00',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00Z ',
    '26-01-01T00:00:00Z',
    '20260101T000000Z',
    '/Date(1767323045000)/',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('mean what Date says', () => {
    const random = new Random(1);
    for (let times = 0; times < 5000; times++) {
      const milliseconds = random.below(2 ** 31) * 2000 - 2 ** 41 + random.below(1000);
      const instant = parseInstant(new Date(milliseconds).toISOString());
      expect((instant?.seconds ?? 0) * 1000 + (instant?.picoseconds ?? 0) / 1e9).toBe(milliseconds);
    }
  });

  it('are compared as instants', () => {
    const [early, late, same] = [
      '2026-01-01T00:00:00.0000001Z',
      '2026-01-01T00:00:00.0000002Z',
      '2026-01-01T01:00:00.0000001000+01:00',
    ].map(parseInstant);
    if (early === undefined || late === undefined || same === undefined) throw new Error('no instants');
    expect(compareInstants(early, late)).toBeLessThan(0);
    expect(compareInstants(late, early)).toBeGreaterThan(0);
    expect(compareInstants(early, same)).toBe(0);
  });
});
