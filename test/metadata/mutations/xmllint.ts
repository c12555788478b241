import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The XML schemas of OASIS, which stand beside the repository and are no part of it. */
const SCHEMA = path.resolve(import.meta.dirname, '../../../../shared/standards/edmx.xsd');

/** Why xmllint cannot be asked; nothing when it can. */
export const WHY_NOT: string | undefined = whyNot();

function whyNot(): string | undefined {
  if (!existsSync(SCHEMA)) return 'the XML schemas in ../shared are absent';
  if (spawnSync('xmllint', ['--version']).error !== undefined)
    return 'xmllint is absent (Debian: libxml2-utils)';
  return undefined;
}

/** What the XML schema of OASIS has against each of some documents: `line message`, empty for a valid one. */
export function schemaErrors(documents: readonly string[]): readonly (readonly string[])[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'reso-certify-xmllint-'));
  try {
    const files = documents.map((_, index) => path.join(folder, `${index}.xml`));
    for (const [index, file] of files.entries()) writeFileSync(file, documents[index] ?? '');
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, ...files], {
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    });
    return errorsOf(stderr, files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function errorsOf(output: string, files: readonly string[]): readonly (readonly string[])[] {
  const verdicts = new Map<string, boolean>();
  const errors = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const line of output.split('\n')) {
    const verdict = /^(.*\.xml) (validates|fails to validate)$/.exec(line);
    if (verdict?.[1] !== undefined) verdicts.set(verdict[1], verdict[2] === 'validates');
    const error = /^(.*?\.xml):(\d+): (?:element \S+: )?(.*)$/.exec(line);
    if (error?.[1] !== undefined) errors.get(error[1])?.push(`${error[2]} ${error[3]}`);
  }
  return files.map((file) => {
    const found = errors.get(file) ?? [];
    if (verdicts.get(file) !== (found.length === 0))
      throw new Error(`xmllint did not judge ${file}: ${output}`);
    return found;
  });
}
