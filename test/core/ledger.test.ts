import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { Ledger } from '../../src/core/ledger.js';
import { evaluated, notApplicable, notEvaluated, type Outcome, outOfScope } from '../../src/core/outcome.js';

const subject = { resource: 'Property', field: 'ListPrice' };

function finding(severity: Finding['severity'], more: Partial<Finding> = {}): Finding {
  return { rule: 'dd/field-type', severity, subject, message: 'It is wrong.', ...more };
}

function verdictOf(...outcomes: readonly Outcome[]): string | undefined {
  const ledger = new Ledger();
  for (const outcome of outcomes) ledger.record('scenarios', 'dd/field-type', subject, outcome);
  return ledger.checks[0]?.verdict;
}

describe('a check', () => {
  it.each<[string, Outcome, string]>([
    ['passes when it looked and found nothing', evaluated(), 'passed'],
    ['fails by an error', evaluated(finding('error')), 'failed'],
    ['is left passed by a warning', evaluated(finding('warning')), 'passed'],
    ['is left passed by an info', evaluated(finding('info')), 'passed'],
    ['does not apply to what is absent', notApplicable('absent'), 'not applicable'],
    ['is not evaluated when something is in its way', notEvaluated('blocked'), 'not evaluated'],
  ])('%s', (_what, outcome, verdict) => {
    expect(verdictOf(outcome)).toBe(verdict);
  });

  it.each<[string, Outcome, Outcome, string]>([
    ['a failure beats a pass', evaluated(finding('error')), evaluated(), 'failed'],
    [
      'a failure beats what was not evaluated',
      notEvaluated('blocked'),
      evaluated(finding('error')),
      'failed',
    ],
    ['what was not evaluated beats a pass', evaluated(), notEvaluated('blocked'), 'not evaluated'],
    ['a pass beats what does not apply', notApplicable('absent'), evaluated(), 'passed'],
  ])('booked twice: %s', (_what, first, second, verdict) => {
    expect(verdictOf(first, second)).toBe(verdict);
    expect(verdictOf(second, first)).toBe(verdict);
  });

  it('that is out of scope is no check, but named and known', () => {
    const ledger = new Ledger();
    ledger.record('scenarios', 'dd/field-type', subject, outOfScope('rows', 'none given'));
    ledger.record(
      'scenarios',
      'dd/field-type',
      { ...subject, field: 'City' },
      outOfScope('rows', 'none given'),
    );
    expect(ledger.checks).toEqual([]);
    expect(ledger.outOfScope).toEqual([{ what: 'rows', reason: 'none given' }]);
    expect(ledger.has('dd/field-type', subject)).toBe(true);
    expect(ledger.has('dd/synonym', subject)).toBe(false);
  });
});

describe('a finding', () => {
  it('met twice is one, with all its related fields', () => {
    const ledger = new Ledger();
    const one = { resource: 'Property', field: 'City' };
    const other = { resource: 'Office', field: 'OfficeCity' };
    for (const related of [[one], [other], [one]]) {
      ledger.record('scenarios', 'dd/field-type', subject, evaluated(finding('error', { related })));
    }
    expect(ledger.findings).toEqual([finding('error', { related: [one, other] })]);
  });

  it.each([
    ['warning', 'error'],
    ['error', 'warning'],
  ] as const)('met twice, as %s and as %s, keeps the graver, with its message', (first, second) => {
    const ledger = new Ledger();
    for (const severity of [first, second]) {
      const told = finding(severity, {
        message: `As ${severity}.`,
        related: [{ resource: 'A', field: severity }],
      });
      ledger.record('scenarios', 'dd/field-type', subject, evaluated(told));
    }
    expect(ledger.findings).toMatchObject([
      { severity: 'error', message: 'As error.', related: [{ field: first }, { field: second }] },
    ]);
  });

  it('is known by its rule and subject', () => {
    const ledger = new Ledger();
    ledger.record('scenarios', 'dd/field-type', subject, evaluated(finding('error')));
    expect(ledger.hasFinding(finding('warning'))).toBe(true);
    expect(ledger.hasFinding({ rule: 'dd/synonym', subject })).toBe(false);
  });

  it('is another when its subject differs, whatever its text', () => {
    const ledger = new Ledger();
    const elsewhere = finding('error', { subject: { resource: 'Property', field: 'City' } });
    ledger.record('scenarios', 'dd/field-type', subject, evaluated(finding('error'), elsewhere));
    expect(ledger.findings).toHaveLength(2);
  });
});

it('counts checks and findings, of a step and of all', () => {
  const ledger = new Ledger();
  ledger.record('metadata', 'edmx/version', {}, evaluated());
  ledger.record(
    'scenarios',
    'dd/field-type',
    subject,
    evaluated(finding('error'), finding('info', { subject: {} })),
  );
  expect(ledger.counts('metadata').checks).toEqual({
    passed: 1,
    failed: 0,
    'not applicable': 0,
    'not evaluated': 0,
  });
  expect(ledger.counts()).toEqual({
    checks: { passed: 1, failed: 1, 'not applicable': 0, 'not evaluated': 0 },
    findings: { error: 1, warning: 0, info: 1 },
  });
});
