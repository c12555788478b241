import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../dist/scenarios/checks.js';
import type { Finding } from '../../src/core/finding.js';
import { subjectKey } from '../../src/core/subject.js';
import type { CheckResult } from '../../src/reports/results.js';
import { assess, brief } from '../scenarios/assess.js';
import { annotated, edmx, entitySet, entityType, enumType, property } from '../scenarios/edmx.js';
import { runDdOn } from './run-dd.js';

/** Something of everything: right, wrong twice, absent, out of scope. */
const MANY_FAULTS = edmx({
  property: [
    property('ListPrice', 'Edm.String'),
    property('AskingPrice', 'Edm.Decimal'),
    property('BedroomsTotal', 'Edm.Int32', ' MaxLength="3"'),
    property('StandardStatus', 'Collection(org.test.S)'),
    annotated('Cooling', 'Collection(Edm.String)', 'Cooling'),
    property('Heating', 'Collection(Edm.String)'),
    property('AccessCode', 'Edm.String', ' MaxLength="26"'),
    property('ListPrise', 'Edm.Decimal'),
    '<NavigationProperty Name="Media" Type="org.test.Media"/>',
  ],
  schema: [...enumType('S', ['Active', 'Sold']), ...entityType('Media'), ...entityType('Members')],
  container: [entitySet('Media'), entitySet('Members')],
});

const brokenCheck = {
  ...CHECKS,
  'dd/field-type': () => {
    throw new Error('the check fell over');
  },
};

function checkLine({ rule, subject, verdict }: Pick<CheckResult, 'rule' | 'subject' | 'verdict'>): string {
  return `${rule} ${subjectKey(subject)} ${verdict}`;
}

function checkOf(checks: readonly CheckResult[], rule: string, field: string): CheckResult | undefined {
  return checks.find((check) => check.rule === rule && check.subject.field === field);
}

function sorted(findings: readonly Finding[]): string[] {
  return findings.map(brief).sort();
}

describe('a run through Cucumber', () => {
  it('books every check as the plain functions do, whatever Cucumber skips', async () => {
    const results = await runDdOn(MANY_FAULTS);
    const plain = await assess(MANY_FAULTS);
    const ofScenarios = results.checks.filter(({ rule }) => !/^(?:edmx|variations)\//.test(rule));
    expect(ofScenarios.map(checkLine).sort()).toEqual(plain.checks.map(checkLine).sort());
    expect(sorted(results.findings)).toEqual(sorted(plain.findings));
    // "Members" is nearly Member, TeamMembers and MemberStateLicense.
    // Passed: BedroomsTotal, AccessCode, ListingKey, MediaKey and the resources Property and Media.
    expect(results.scenarios).toEqual({ run: 1786, passed: 6, failed: 7, skipped: 1773, pending: 0 });
    expect(results.verdict).toBe('failed');
  });

  it('shows both faults of one field', async () => {
    const both = edmx({
      property: [property('ListPrice', 'Edm.String'), property('AskingPrice', 'Edm.Decimal')],
    });
    const { findings, exitCode } = await runDdOn(both, { resources: ['Property'] });
    expect(findings.map(brief)).toEqual([
      'dd/synonym error Property.AskingPrice @10',
      'dd/field-type error Property.ListPrice @9',
    ]);
    expect(exitCode).toBe(1);
  });
});

describe('the four verdicts', () => {
  const fine = edmx({ property: [property('ListPrice', 'Edm.Decimal')] });

  it('an exception inside a check is not evaluated, and the run is not green', async () => {
    const results = await runDdOn(fine, { resources: ['Property'] }, brokenCheck);
    expect(checkOf(results.checks, 'dd/field-type', 'ListPrice')).toEqual({
      rule: 'dd/field-type',
      subject: { resource: 'Property', field: 'ListPrice' },
      verdict: 'not evaluated',
      reason: 'internal fault of reso-certify: the check fell over',
    });
    expect(results.findings).toEqual([]);
    expect([results.verdict, results.exitCode]).toEqual(['incomplete', 2]);
  });

  it('an error beside it makes the run failed', async () => {
    const synonym = edmx({ property: [property('AskingPrice', 'Edm.Decimal')] });
    const results = await runDdOn(synonym, { resources: ['Property'] }, brokenCheck);
    expect([results.verdict, results.exitCode]).toEqual(['failed', 1]);
  });

  it('an absent field is not applicable, a right one passed', async () => {
    const { checks, verdict, exitCode } = await runDdOn(fine, { resources: ['Property'] });
    expect(checkOf(checks, 'dd/field-type', 'ListPrice')?.verdict).toBe('passed');
    expect(checkOf(checks, 'dd/field-type', 'ClosePrice')).toMatchObject({
      verdict: 'not applicable',
      reason: '"Property" declares no "ClosePrice"',
    });
    expect([verdict, exitCode]).toEqual(['passed', 0]);
  });

  it('a type that does not resolve leaves the checks that need it not evaluated', async () => {
    const unresolved = edmx({ property: [property('MlsStatus', 'org.test.Nowhere')] });
    const { checks, findings, verdict } = await runDdOn(unresolved, { resources: ['Property'] });
    expect(findings.map(brief)).toEqual(['edmx/unresolved-type error Property.MlsStatus @9']);
    expect(checkOf(checks, 'dd/field-type', 'MlsStatus')).toMatchObject({
      verdict: 'not evaluated',
      reason: 'edmx/unresolved-type on Property.MlsStatus blocks it',
    });
    expect(checkOf(checks, 'dd/lookup-name-annotation', 'MlsStatus')?.verdict).toBe('not evaluated');
    expect(verdict).toBe('failed');
  });

  it('metadata without a model leaves every check not evaluated, and names what blocks it', async () => {
    const cutShort = fine.slice(0, fine.indexOf('</EntityType>'));
    const { checks, steps, scenarios, exitCode } = await runDdOn(cutShort, { resources: ['Property'] });
    const reasons = new Set(checks.filter(({ rule }) => rule.startsWith('dd/')).map(({ reason }) => reason));
    expect([...reasons]).toEqual(['edmx/well-formed blocks it: the metadata yields no model']);
    expect(steps.map(({ status }) => status)).toEqual([
      'failed',
      'out of scope',
      'incomplete',
      'incomplete',
      'out of scope',
      'out of scope',
    ]);
    expect(scenarios.run).toBe(0);
    expect(exitCode).toBe(1);
  });

  it('metadata without a model leaves the Lookup rows out of scope when none were given', async () => {
    const { steps, outOfScope } = await runDdOn(fine.slice(0, fine.indexOf('</EntityType>')));
    expect(steps.map(({ name, status }) => [name, status])).toContainEqual(['lookups', 'out of scope']);
    expect(outOfScope.map(({ reason }) => reason)).toEqual([
      'the run has no Lookup rows; give them with --lookups FILE',
      'a file holds no records',
      'a file holds no records',
    ]);
  });

  it('an interrupted run is not green', async () => {
    const { verdict, runError, exitCode } = await runDdOn(
      fine,
      { resources: ['Property'] },
      undefined,
      AbortSignal.abort(),
    );
    expect([verdict, runError?.kind, exitCode]).toEqual(['incomplete', 'interrupted', 2]);
  });

  it('nothing passes by being empty', async () => {
    const { verdict, runError } = await runDdOn(fine, { resources: ['Showing'] });
    expect(verdict).toBe('incomplete');
    expect(runError?.message).toContain('Nothing that was chosen is declared');
  });
});
