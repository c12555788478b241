import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ArchiveLimits, excessOf } from '../../src/common-format/input/archive-limits.js';
import { zipInputs } from '../../src/common-format/input/zip-inputs.js';
import { temporaryFolder } from '../run/run-dd.js';
import { zipOf } from './zip-file.js';

const LIMITS: ArchiveLimits = { entries: 3, bytes: 1000, ratio: 10, harmlessBytes: 50, nameBytes: 20 };

describe('bounds on archives', () => {
  it.each([
    ['few bytes, however well packed', 1, 50, true],
    ['more bytes, packed no better than may be', 6, 60, true],
    ['more bytes, packed better', 5, 60, false],
    ['the most bytes', 1000, 1000, true],
    ['one byte more', 1001, 1001, false],
  ])('%s', (_, packed, unpacked, isFine) => {
    expect(excessOf(packed, unpacked, LIMITS) === undefined).toBe(isFine);
  });

  it('are held against the entries of an archive', async () => {
    const names = ['1.json', '2.json', '3.json', '4.json', '5.json'];
    expect(await inputsOf(names.map((name) => ({ name, content: '{}' })))).toEqual([
      'archive',
      'source 1.json',
      'source 2.json',
      'source 3.json',
      'archive fault: it has more than 3 entries; the rest of it was not read',
    ]);
  });

  it('are held against all entries together', async () => {
    const content = 'x'.repeat(900);
    expect(
      await inputsOf([
        { name: '1.json', content, method: 0 },
        { name: '2.json', content, method: 0 },
        { name: '3.json', content: '{}' },
      ]),
    ).toEqual([
      'archive',
      'source 1.json',
      'archive fault: it would unpack to 1800 bytes; at most 1000 are read; the rest of it was not read',
    ]);
  });

  it('are held against names', async () => {
    expect(await inputsOf([{ name: `${'x'.repeat(20)}.json` }, { name: '2.json' }])).toEqual([
      'archive',
      'archive fault: the name of entry 1 has more than 20 bytes',
      'source 2.json',
    ]);
  });
});

/** What an archive of these entries holds within the limits. */
async function inputsOf(entries: Parameters<typeof zipOf>[0]): Promise<readonly string[]> {
  const path = join(temporaryFolder(), 'a.zip');
  const file = zipOf(entries);
  writeFileSync(path, file);
  const told: string[] = [];
  for await (const input of zipInputs(path, file.length, LIMITS)) {
    if (input.kind === 'source') told.push(`source ${input.source.path.slice(path.length + 1)}`);
    else told.push('reason' in input ? `${input.kind}: ${input.reason}` : input.kind);
  }
  return told;
}
