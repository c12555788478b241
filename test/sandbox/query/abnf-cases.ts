import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** One test case of the OASIS document: an input that a rule of the OData ABNF describes, or does not. */
export interface AbnfCase {
  readonly name: string;
  readonly rule: string;
  readonly input: string;
  readonly isValid: boolean;
}

const FILE = resolve(import.meta.dirname, '../../../../shared/standards/odata-abnf-testcases.yaml');

/** Whether the document is there; it is not part of the project. */
export const hasAbnfCases = existsSync(FILE);

/** The cases in the order of the document; none where it is absent. */
export function abnfCases(): readonly AbnfCase[] {
  if (!hasAbnfCases) return [];
  const [, cases = ''] = readFileSync(FILE, 'utf8').split(/^TestCases:$/m);
  return cases
    .split(/^ {2}- /m)
    .slice(1)
    .map(caseOf);
}

function caseOf(text: string): AbnfCase {
  const values = entries(text);
  return {
    name: scalar(values.get('Name') ?? []),
    rule: scalar(values.get('Rule') ?? []),
    input: scalar(values.get('Input') ?? []),
    isValid: !values.has('FailAt'),
  };
}

/** The lines of each value: the key's own line, and those that are indented deeper than the keys. */
function entries(text: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of `    ${text}`.trimEnd().split('\n')) {
    const [, key, rest] = /^ {4}(\w+):(.*)$/.exec(line) ?? [];
    if (key === undefined) lines.push(line.trim());
    else {
      lines = [rest?.trim() ?? ''];
      values.set(key, lines);
    }
  }
  return values;
}

/** A YAML flow scalar, as far as this document writes them. */
function scalar(lines: readonly string[]): string {
  const text = folded(lines);
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (!text.startsWith('"')) return text;
  return text
    .slice(1, -1)
    .replace(/\\(.)/g, (_all, sign: string) => ({ r: '\r', n: '\n', t: '\t' })[sign] ?? sign);
}

/** Lines become one with a blank between them, or with nothing after a backslash. */
function folded(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .reduce(
      (text, line) =>
        text.endsWith('\\') ? text.slice(0, -1) + line : text === '' ? line : `${text} ${line}`,
      '',
    );
}
