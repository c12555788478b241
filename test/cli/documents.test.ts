import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../src/core/rules.js';
import { rulesDocument } from '../../src/reports/rules-document.js';
import { commandLine } from './command-line.js';

const ROOT = resolve(import.meta.dirname, '../..');
const document = (name: string) => readFileSync(resolve(ROOT, name), 'utf8');

describe('the documents are true', () => {
  it('docs/rules.md is what npm run docs writes', () => {
    expect(document('docs/rules.md')).toBe(rulesDocument());
  });

  it('every rule that a document names exists', () => {
    const named = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap((name) =>
      [
        ...document(name).matchAll(
          /\b(?:dd|edmx|lookup|variations|sampling|payload|rcf)\/[a-z-]+[a-z]\b(?!\.ts|\/)/g,
        ),
      ].map(([rule]) => rule),
    );
    expect(named.filter((rule) => !RULE_IDS.some((id) => id === rule))).toEqual([]);
  });

  it("the README's options are those of dd", () => {
    const help = commandLine(tmpdir(), 'dd', '--help').stdout;
    const offered = new Set([...help.matchAll(/^\s+(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option));
    const table = document('README.md').split('### Options of `dd`')[1]?.split('###')[0] ?? '';
    const told = new Set([...table.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option));
    offered.delete('--help');
    expect([...told].sort()).toEqual([...offered].sort());
  });

  it('every command has a help text with an example', () => {
    const commands =
      'dd,metadata fetch,metadata validate,metadata report,lookups,variations,replicate,replay,rcf,schema generate,schema validate,doctor,init,sandbox,generate,explain'.split(
        ',',
      );
    for (const words of commands.map((command) => command.split(' '))) {
      const { status, stdout } = commandLine(tmpdir(), ...words, '--help');
      expect(stdout).toContain(`reso-certify ${words.join(' ')}`);
      expect(stdout).toContain('Example');
      expect(status).toBe(0);
    }
  });
});
