import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { RULE_IDS, ruleOf } from '../../src/core/rules.js';
import { BIN, commandLine } from './command-line.js';

const explain = (...words: string[]) => commandLine(tmpdir(), 'explain', ...words);

describe('explain', () => {
  it('says what a rule checks, why, how to mend it and where the standard says so', () => {
    expect(explain('dd/field-type')).toEqual({
      status: 0,
      stderr: '',
      stdout: `dd/field-type
Checks     The declared OData type of a standard field maps to its Data Dictionary type.
Why        Consumers build their tables and parsers from the dictionary: a date that arrives as text breaks them.
To mend    Declare the field with one of the types that the message names.
Severity   certification: error, specification: error.
Standard   RCP-40, section 3, Data Type Mappings
           https://github.com/RESOStandards/transport
`,
    });
  });

  it('tells when a rule is milder', () => {
    expect(explain('dd/similar-name').stdout).toContain(
      'A warning in Data Dictionary 1.7, with --no-strict, where only synonyms or Fast Track are suggested, and in the specification profile where every suggestion is advisory.',
    );
    expect(explain('lookup/name-in-use').stdout).toContain('(Data Dictionary 1.7: error, warning)');
  });

  it('ends in peace when its reader has left', async () => {
    const child = spawn(process.execPath, [BIN, 'explain']);
    child.stdout.destroy();
    const complaints = text(child.stderr);
    const [status] = (await once(child, 'close')) as [number];
    expect(await complaints).toBe('');
    expect(status).toBe(0);
  });

  it('lists every rule when none is named', () => {
    const { stdout, status } = explain();
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...RULE_IDS]);
    expect(status).toBe(0);
  });

  it('names what is nearest to an unknown rule', () => {
    expect(explain('dd/feild-type')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error: There is no rule "dd/feild-type". Did you mean "dd/field-type" or "edmx/unresolved-type"? All rules: reso-certify explain.\n',
    });
  });
});

describe('the rule catalogue', () => {
  it.each(RULE_IDS.map((id) => [id]))('%s says all that a reader needs', (id) => {
    const { checks, why, fix, clause, url } = ruleOf(id);
    for (const text of [checks, why, fix]) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(clause).not.toBe('');
    expect(url).toMatch(/^https:\/\//);
  });
});
