import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { describeSubject } from '../../src/core/subject.js';
import type { Results } from '../../src/reports/results.js';
import { runCommonFormat } from '../../src/run/common-format.js';
import type { CommonFormatJob } from '../../src/run/common-format-job.js';
import { errorsBy } from '../reports/published-schema.js';
import { temporaryFolder, testTime } from './run-dd.js';

/** Files by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The options of a run, and after how many files it is interrupted. */
interface RcfOptions extends Partial<CommonFormatJob> {
  readonly interruptAfter?: number;
}

/** What a run over payloads has left. */
export interface RcfRun {
  readonly results: Results;
  /** `severity rule subject`, the folder of the test left out. */
  readonly told: readonly string[];
  readonly findings: readonly Finding[];
  /** A JSON file of the result folder; nothing where there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into files of many shapes
  read(name: string): any;
}

/** Runs over files in a folder of their own: over all of it, or the paths in it. */
export async function rcf(files: Files, options: RcfOptions = {}): Promise<RcfRun> {
  const folder = temporaryFolder();
  const payloads = join(folder, 'payloads');
  mkdirSync(payloads);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(payloads, name)), { recursive: true });
    writeFileSync(join(payloads, name), content);
  }
  return await rcfIn(folder, options);
}

/** The same in a folder that has a folder `payloads` already. */
export async function rcfIn(
  folder: string,
  { paths = [''], interruptAfter, ...options }: RcfOptions = {},
): Promise<RcfRun> {
  const out = join(folder, 'results');
  const controller = new AbortController();
  const results = await runCommonFormat(
    {
      paths: paths.map((path) => join(folder, 'payloads', path)),
      given: {},
      profile: 'certification',
      strict: true,
      out,
      ...options,
    },
    {
      tool: { name: 'reso-certify', version: '0.0.0' },
      time: testTime,
      onEvent: (event) => {
        if (event.type === 'step progressed' && event.done === interruptAfter) controller.abort();
      },
      signal: controller.signal,
      variables: {},
    },
  );
  expect(errorsBy('results.schema.json', results)).toEqual([]);
  const shown = (text: string) => text.replaceAll(`${join(folder, 'payloads')}/`, '');
  return {
    results,
    findings: results.findings,
    told: results.findings.map(({ rule, severity, subject }) =>
      shown(`${severity} ${rule} ${describeSubject(subject)}`),
    ),
    read: (name) => readValid(join(out, name)),
  };
}

/** By the beginnings of their names, the schemas of result files. */
const SCHEMAS = {
  'data-availability-report': 'data-availability-report.schema.json',
  'data-availability-schema-validation-errors': 'schema-validation-errors.schema.json',
  'data-dictionary-variations': 'variations.schema.json',
  'local-elements': 'local-elements.schema.json',
} as const;

function readValid(path: string): unknown {
  if (!existsSync(path)) return undefined;
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    if (basename(path).startsWith(name)) expect(errorsBy(schema, content)).toEqual([]);
  }
  return content;
}

/** The same with a file of exempt fields. */
export async function rcfWithExemptions(files: Files, exemptions: string): Promise<RcfRun> {
  const file = join(temporaryFolder(), 'exemptions.json');
  writeFileSync(file, exemptions);
  return await rcf(files, { exemptions: file });
}

/** A payload of one record in a file. */
export function payload(members: string, context = 'urn:reso:metadata:2.0:resource:property'): Files {
  return { 'payload.json': `{"@reso.context":"${context}",${members}}` };
}
