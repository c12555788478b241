import { chmod, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import { writeWhole } from '../../src/core/write-whole.js';

describe('a file that is written whole', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'write-whole-'));
  });

  it('gets its parent folders', async () => {
    await writeWhole(join(folder, 'a/b/c.txt'), 'Côte\n');
    expect(await readFile(join(folder, 'a/b/c.txt'), 'utf8')).toBe('Côte\n');
  });

  it('takes the place of the old one and leaves nothing beside it', async () => {
    await writeFile(join(folder, 'c.txt'), 'a much longer old text');
    await writeWhole(join(folder, 'c.txt'), 'new');
    expect(await readFile(join(folder, 'c.txt'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['c.txt']);
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone if asked, whatever was there', async () => {
    const path = join(folder, 'c.txt');
    await writeFile(path, 'old');
    await chmod(path, 0o666);
    await writeWhole(path, 'secret', 0o600);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is whole, whoever else writes it at the same time', async () => {
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000));
    await Promise.all(texts.map((text) => writeWhole(join(folder, 'c.txt'), text)));
    expect(texts).toContain(await readFile(join(folder, 'c.txt'), 'utf8'));
  });

  it('cannot take the place of a folder, and leaves nothing beside it', async () => {
    await mkdir(join(folder, 'c.txt/inside'), { recursive: true });
    await expect(writeWhole(join(folder, 'c.txt'), 'new')).rejects.toThrow(ConfigurationError);
    expect(await readdir(folder)).toEqual(['c.txt']);
  });

  it('cannot be inside a file', async () => {
    await writeFile(join(folder, 'file'), '');
    const path = join(folder, 'file/c.txt');
    await expect(writeWhole(path, 'new')).rejects.toMatchObject({ where: path, blame: 'configuration' });
  });
});
