import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dictionaryHash, serialiseDictionary } from '../../src/dictionary/dictionary-file.js';
import { availableVersions, loadDictionary } from '../../src/dictionary/reference.js';

describe('the dictionaries of a folder', () => {
  it('are listed by version, oldest first, without other folders', async () => {
    const folder = await folderWith(['2.10', '2.9', '1.7']);
    await mkdir(join(folder, '3.0'));
    await mkdir(join(folder, 'drafts'));
    await writeFile(join(folder, '4.0'), 'a file, not a folder');
    expect(await availableVersions(folder)).toEqual(['1.7', '2.9', '2.10']);
  });

  it('are none where there is no folder', async () => {
    expect(await availableVersions('/nowhere')).toEqual([]);
  });

  it('load with the hash of their file', async () => {
    const folder = await folderWith(['2.0']);
    const { dictionary, sha256 } = await loadDictionary(folder, '2.0');
    expect(dictionary).toEqual(dictionaryOf('2.0'));
    expect(sha256).toBe(dictionaryHash(serialiseDictionary(dictionaryOf('2.0'))));
  });
});

describe('a version that cannot be loaded', () => {
  it.each([
    ['3.0', ['1.7', '2.0'], 'There is no Data Dictionary 3.0. There are 1.7, 2.0.'],
    ['2.0', [], 'There is no Data Dictionary 2.0. There is none.'],
    ['../2.0', ['2.0'], 'There is no Data Dictionary ../2.0. There are 2.0.'],
  ])('%s among %j', async (version, versions, message) => {
    const folder = await folderWith(versions);
    await expect(loadDictionary(folder, version)).rejects.toSatisfy((error: unknown) =>
      String((error as { explain(): string }).explain()).includes(message),
    );
  });

  it('is one whose file is of another version', async () => {
    const folder = await folderWith(['2.0']);
    await writeFile(join(folder, '2.0', 'dictionary.json'), serialiseDictionary(dictionaryOf('1.7')));
    await expect(loadDictionary(folder, '2.0')).rejects.toThrow('The dictionary is of version 1.7, not 2.0.');
  });

  it('is one whose file is damaged, which the error names', async () => {
    const folder = await folderWith(['2.0']);
    const file = join(folder, '2.0', 'dictionary.json');
    await writeFile(file, '{');
    await expect(loadDictionary(folder, '2.0')).rejects.toMatchObject({ where: file });
  });
});

function dictionaryOf(version: string) {
  return { version, resources: [], lookups: [] };
}

async function folderWith(versions: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'));
  for (const version of versions) {
    await mkdir(join(folder, version));
    await writeFile(join(folder, version, 'dictionary.json'), serialiseDictionary(dictionaryOf(version)));
  }
  return folder;
}
