import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/reports/results.js';
import type { VariationsReport } from '../../src/variations/variations-report.js';
import { readJson } from '../cli/command-line.js';
import { brief } from '../scenarios/assess.js';
import { edmx, entitySet, entityType, enumType, property } from '../scenarios/edmx.js';
import { runDdOn, temporaryFolder } from './run-dd.js';

/** Something near of every kind, a listed synonym, and a value foreign to a closed lookup. */
const NEAR = edmx({
  property: [
    property('ListPrise', 'Edm.Decimal'),
    '<NavigationProperty Name="OpenHoses" Type="Collection(org.test.Property)"/>',
    property('Cooling', 'Collection(org.test.C)'),
    property('AskingPrice', 'Edm.Decimal'),
    property('StandardStatus', 'org.test.S'),
  ],
  schema: [...enumType('C', ['CentralAyr']), ...enumType('S', ['Active', 'Actve']), ...entityType('Medias')],
  container: [entitySet('Medias')],
});

const REPORT = 'data-dictionary-variations.json';

async function run(options: Parameters<typeof runDdOn>[1], signal?: AbortSignal) {
  const out = join(temporaryFolder(), 'results');
  const results = await runDdOn(NEAR, { out, ...options }, undefined, signal);
  const path = join(out, REPORT);
  return { results, report: existsSync(path) ? (readJson(path) as VariationsReport) : undefined };
}

const failed = ({ checks }: Results) =>
  checks
    .filter(({ rule, verdict }) => rule.startsWith('variations/') && verdict === 'failed')
    .map(({ rule, subject }) => [rule, subject.field ?? subject.resource]);
const statusOf = ({ steps }: Results) => steps.find(({ name }) => name === 'variations')?.status;
const counted = (report: VariationsReport | undefined) =>
  Object.values(report?.variations ?? {}).map((found) => found.length);

const OF_SCENARIOS = [
  'dd/closed-enumeration error org.test.S=Actve @20',
  'dd/resource-synonym error Medias @27',
  'dd/similar-lookup error org.test.C=CentralAyr @16',
  'dd/similar-name error Property.ListPrise @9',
  'dd/similar-name error Property.OpenHoses @10',
  'dd/synonym error Property.AskingPrice @12',
];

describe('the variations step of dd', () => {
  it('adds no finding for what a scenario has reported, and its checks fail with it', async () => {
    const { results, report } = await run({});
    expect(results.findings.map(brief).sort()).toEqual(OF_SCENARIOS);
    expect(failed(results)).toEqual([
      ['variations/field', 'Property'],
      ['variations/expansion', 'Property'],
      ['variations/lookup', 'Cooling'],
      ['variations/resource', 'Media'],
    ]);
    expect(statusOf(results)).toBe('failed');
    expect(counted(report)).toEqual([1, 1, 1, 1, 0]);
  });

  it('reports by itself where the scenarios are not chosen', async () => {
    const { results, report } = await run({ steps: ['variations'] });
    expect(results.findings.map(brief).sort()).toEqual([
      'dd/closed-enumeration error org.test.S=Actve @20',
      'dd/synonym error Property.AskingPrice @12',
      'variations/expansion error Property.OpenHoses @10',
      'variations/field error Property.ListPrise @9',
      'variations/lookup error org.test.C=CentralAyr @16',
      'variations/resource error Medias @27',
    ]);
    expect(results.steps.map(({ name, status }) => [name, status])).toEqual([
      ['metadata', 'out of scope'],
      ['lookups', 'out of scope'],
      ['scenarios', 'out of scope'],
      ['variations', 'failed'],
      ['sampling', 'out of scope'],
      ['validation', 'out of scope'],
    ]);
    expect(counted(report)).toEqual([1, 1, 1, 1, 0]);
  });

  it('looks only where the chosen scenarios do', async () => {
    const ofMedia = await run({ resources: ['Media'], steps: ['variations'] });
    expect(ofMedia.results.findings.map(brief)).toEqual(['variations/resource error Medias @27']);
    expect(counted(ofMedia.report)).toEqual([1, 0, 0, 0, 0]);
    // The scenario of Cooling bears that tag, that of the resource does not.
    const tagged = await run({ tags: '@IDX and @Property', steps: ['variations'] });
    expect(tagged.results.findings.map(brief).filter((text) => text.startsWith('variations/'))).toEqual([
      'variations/lookup error org.test.C=CentralAyr @16',
    ]);
  });

  it('is out of scope where other steps are chosen, and writes nothing', async () => {
    const { results, report } = await run({ steps: ['metadata', 'scenarios'] });
    expect([statusOf(results), report]).toEqual(['out of scope', undefined]);
    expect(results.outOfScope).toContainEqual({ what: 'step variations', reason: 'not chosen by --steps' });
  });

  it('is not evaluated when the run was interrupted', async () => {
    const { results, report } = await run({ steps: ['variations'] }, AbortSignal.abort());
    const verdicts = new Set(results.checks.map(({ verdict, reason }) => `${verdict}: ${reason}`));
    expect([...verdicts]).toEqual(['not evaluated: the run was interrupted']);
    expect([results.verdict, results.exitCode, report]).toEqual(['incomplete', 2, undefined]);
  });

  it('says that nothing was tested in metadata without anything standard', async () => {
    const wombats = edmx({ propertySet: '' }).replaceAll('Property"', 'Wombat"');
    const { runError, checks, exitCode } = await runDdOn(wombats, { steps: ['variations'] });
    expect(runError?.message).toContain('The metadata declares no resource of Data Dictionary 2.0');
    expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['not applicable']));
    expect(exitCode).toBe(2);
  });
});
