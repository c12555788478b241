import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../core/errors.js';
import { writeWhole } from '../core/write-whole.js';
import { isResultFile } from '../reports/result-files.js';

/** The folder that a run writes into. */
export interface ResultFolder {
  readonly path: string;
  /** Writes a file whole or not at all. */
  write(name: string, content: string | Uint8Array): Promise<void>;
  writeJson(name: string, value: unknown): Promise<void>;
}

/**
 * Makes the folder ready for a run: result files of an earlier run move to `archived/<UTC timestamp>` inside it, so
 * that nothing of another run lies beside a `results.json`. Other files stay where they are.
 *
 * @throws ConfigurationError when the folder cannot be made or written to
 */
export async function openResultFolder(path: string, startedAt: Date): Promise<ResultFolder> {
  try {
    await mkdir(path, { recursive: true });
    await archive(path, startedAt);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`The result folder cannot be used: ${reason}.`, {
      where: path,
      advice: 'Choose another folder with --out.',
      cause,
    });
  }
  return {
    path,
    write: (name, content) => writeWhole(join(path, name), content),
    writeJson: (name, value) => writeWhole(join(path, name), `${JSON.stringify(value, null, 2)}\n`),
  };
}

async function archive(path: string, startedAt: Date): Promise<void> {
  const names = (await readdir(path)).filter(isResultFile);
  if (names.length === 0) return;
  const folder = await newFolder(join(path, 'archived', startedAt.toISOString().replaceAll(':', '-')));
  for (const name of names) await rename(join(path, name), join(folder, name));
}

/** Makes a folder that was not there, numbering it when two runs share a timestamp. */
async function newFolder(wanted: string, attempt = 1): Promise<string> {
  const path = attempt === 1 ? wanted : `${wanted}-${attempt}`;
  const made = await mkdir(path, { recursive: true });
  return made === undefined ? newFolder(wanted, attempt + 1) : path;
}
