import { describe, expect, it } from 'vitest';
import { ConfigurationError, ToolFault } from '../../src/core/errors.js';
import { escapeTerminal } from '../../src/core/escape-terminal.js';
import { didYouMean } from '../../src/core/nearest-name.js';
import { evaluated, notApplicable, onPartOfIt, runCheck } from '../../src/core/outcome.js';
import type { RuleId } from '../../src/core/rules.js';
import type { SeverityPolicy } from '../../src/core/severity.js';
import { severityOf } from '../../src/core/severity-of.js';
import { describeSubject, type Subject, subjectKey } from '../../src/core/subject.js';
import { runVerdict } from '../../src/core/verdict.js';

const STANDARD: SeverityPolicy = { profile: 'certification', version: '2.0', strict: true };

describe('severityOf', () => {
  it.each<[RuleId, Partial<SeverityPolicy>, boolean, string]>([
    ['dd/field-type', {}, false, 'error'],
    ['dd/field-type', { strict: false, version: '1.7' }, false, 'error'],
    ['dd/integer-attributes', {}, false, 'warning'],
    ['dd/integer-attributes', { profile: 'specification' }, false, 'error'],
    ['dd/similar-name', {}, false, 'error'],
    ['dd/similar-name', {}, true, 'error'],
    ['dd/similar-name', { profile: 'specification' }, true, 'warning'],
    ['dd/similar-name', { profile: 'specification' }, false, 'error'],
    ['dd/similar-name', { strict: false }, false, 'warning'],
    ['dd/similar-lookup', { version: '1.7' }, false, 'warning'],
    ['dd/resource-synonym', { version: '1.7', profile: 'specification' }, false, 'warning'],
    ['lookup/name-in-use', {}, false, 'info'],
    ['lookup/name-in-use', { version: '1.7' }, false, 'error'],
    ['lookup/name-in-use', { version: '1.7', profile: 'specification' }, false, 'warning'],
  ])('%s under %o, advisory %s: %s', (rule, policy, advisory, severity) => {
    expect(severityOf(rule, { ...STANDARD, ...policy }, advisory)).toBe(severity);
  });
});

describe('a run', () => {
  it.each([
    ['passed', { errors: 0, notEvaluated: 0, faulted: false }],
    ['failed', { errors: 1, notEvaluated: 1, faulted: true }],
    ['incomplete', { errors: 0, notEvaluated: 1, faulted: false }],
    ['incomplete', { errors: 0, notEvaluated: 0, faulted: true }],
  ])('is %s with %o', (verdict, state) => {
    expect(runVerdict(state)).toBe(verdict);
  });
});

describe('runCheck', () => {
  it('books an exception as not evaluated, never as a pass', () => {
    const broken = () => {
      throw new TypeError('no such thing');
    };
    expect(runCheck(broken)).toEqual({
      kind: 'not evaluated',
      reason: 'internal fault of reso-certify: no such thing',
    });
    expect(runCheck(() => evaluated())).toEqual({ kind: 'evaluated', findings: [] });
  });
});

describe('evaluated', () => {
  it('takes lists of any length, and leaves out what the profile turns off', () => {
    const finding = { rule: 'edmx/facets', severity: 'error', subject: {}, message: '' } as const;
    const many = Array.from({ length: 300_000 }, (_, at) => (at % 2 === 0 ? finding : undefined));
    const outcome = evaluated(many, undefined, finding);
    expect(outcome.kind === 'evaluated' && outcome.findings.length).toBe(150_001);
  });
});

describe('onPartOfIt', () => {
  it('lets a fault that was seen stand, and nothing pass', () => {
    const finding = { rule: 'dd/synonym', severity: 'error', subject: {}, message: 'It is.' } as const;
    const blocked = { kind: 'not evaluated', reason: 'half of it is missing' };
    expect(onPartOfIt(evaluated(finding), 'half of it is missing')).toEqual(evaluated(finding));
    expect(onPartOfIt(evaluated(), 'half of it is missing')).toEqual(blocked);
    expect(onPartOfIt(notApplicable('no rows'), 'half of it is missing')).toEqual(blocked);
  });
});

describe('subjects', () => {
  it('are the same whatever the order of their parts', () => {
    expect(subjectKey({ field: 'City', resource: 'Property' })).toBe(
      subjectKey({ resource: 'Property', field: 'City' }),
    );
    expect(subjectKey({ field: 'City' })).not.toBe(subjectKey({ expansion: 'City' }));
  });

  it.each<[Subject, string]>([
    [{ resource: 'Property' }, 'Property'],
    [{ resource: 'Property', field: 'City' }, 'Property.City'],
    [{ resource: 'Property', expansion: 'Media' }, 'Property.Media'],
    [{ lookup: 'City' }, 'City'],
    [{ lookup: 'City', value: 'Ulm' }, 'City = "Ulm"'],
    [{ element: 'Schema[a]' }, 'Schema[a]'],
    [{}, 'the whole document'],
  ])('%o reads %s', (subject, text) => {
    expect(describeSubject(subject)).toBe(text);
  });
});

describe('errors', () => {
  it('say what, where and what to do, and whose fault it is', () => {
    const error = new ConfigurationError('There is no such file.', {
      where: 'a.xml',
      advice: 'Check the path.',
    });
    expect(error.explain()).toBe('a.xml: There is no such file. Check the path.');
    expect([error.blame, new ToolFault('odd').blame]).toEqual(['configuration', 'tool']);
  });
});

describe('didYouMean', () => {
  it('names the nearest, best first, whatever the case', () => {
    expect(didYouMean('PROPETY', ['Member', 'Property', 'Properties'])).toBe(
      'Did you mean "Property" or "Properties"?',
    );
    expect(didYouMean('xyz', ['Member'])).toBeUndefined();
  });
});

describe('escapeTerminal', () => {
  it.each([
    ['plain näme 名', 'plain näme 名'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['two\nlines', 'two\\u{a}lines'],
    ['turned \u202e round', 'turned \\u{202e} round'],
  ])('%j', (hostile, safe) => {
    expect(escapeTerminal(hostile)).toBe(safe);
  });
});
