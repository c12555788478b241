import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SchemaErrors } from '../../src/schema/book/schema-errors.js';
import { readSchema } from '../../src/schema/read/read-schema.js';
import { temporaryFolder } from '../run/run-dd.js';
import { type Sampled, type SampleOptions, sample, sandbox } from './sample.js';

const VALIDATED: SampleOptions = {
  sampling: { resources: ['Member', 'OpenHouse'], limit: 60 },
  manners: { pageSize: 20 },
  job: { steps: ['sampling', 'validation'] },
};

function payloadFindings({ results }: Sampled): readonly string[] {
  const found = results.findings.filter(({ rule }) => rule.startsWith('payload/'));
  return found.map(({ rule, subject: { resource, field, expansion } }) => {
    const inside = expansion === undefined ? '' : ` in ${expansion}`;
    return `${rule} ${resource}.${field}${inside}`;
  });
}

function errorsOf({ out }: Sampled): SchemaErrors | undefined {
  const path = join(out, 'data-availability-schema-validation-errors.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** What must be the same however a run came about. */
function substance(sampled: Sampled): unknown {
  const { verdict, checks, findings } = sampled.results;
  return { verdict, checks, findings, errors: errorsOf(sampled) };
}

describe('valid records', () => {
  it.each(['enum', 'flags', 'lookup'] as const)('of the representation %s pass', async (representation) => {
    const { url } = await sandbox({ records: 60, representation });
    const sampled = await sample(url, { ...VALIDATED, sampling: { limit: 60 } });
    expect(payloadFindings(sampled)).toEqual([]);
    const validation = sampled.results.steps.find(({ name }) => name === 'validation');
    expect(validation?.status).toBe('passed');
    expect(validation?.counts.checks.passed).toBeGreaterThan(1000);
    expect(errorsOf(sampled)).toBeUndefined();
    expect(existsSync(join(sampled.out, 'schema.json'))).toBe(true);
  });

  it('pass with large numbers as texts, where the response says so', async () => {
    const { url } = await sandbox({ records: 60, faults: ['numbers-as-texts'] });
    expect(payloadFindings(await sample(url, { ...VALIDATED, sampling: { limit: 60 } }))).toEqual([]);
  });

  it('of the Lookup Resource pass too, though they are not sampled', async () => {
    const { url } = await sandbox();
    const { results } = await sample(url, VALIDATED);
    const ofLookup = results.checks.filter(
      ({ rule, subject, verdict }) =>
        rule.startsWith('payload/') && subject.resource === 'Lookup' && verdict === 'passed',
    );
    expect(ofLookup.length).toBeGreaterThan(8);
  });
});

describe('records that contradict the metadata', () => {
  it.each([
    ['unadvertised-field', 'payload/unadvertised-field', 'SandboxUnadvertised'],
    ['unadvertised-value', 'payload/enum', 'OpenHouseStatus'],
    ['too-long', 'payload/max-length', 'ListingId'],
    ['wrong-type', 'payload/type', 'AppointmentRequiredYN'],
    ['bad-date', 'payload/format', 'OpenHouseDate'],
    ['null-key', 'payload/null', 'OpenHouseKey'],
  ])('by the fault %s are %s', async (fault, rule, field) => {
    const { url } = await sandbox({ records: 60, faults: [fault] });
    const sampled = await sample(url, {
      ...VALIDATED,
      sampling: { resources: ['OpenHouse'], expand: 'none', limit: 60 },
    });
    expect(payloadFindings(sampled)).toEqual([`${rule} OpenHouse.${field}`]);
    const [finding] = sampled.results.findings.filter((found) => found.rule === rule);
    expect(finding?.exchange).toMatch(/^OpenHouse /);
    expect(sampled.results.exitCode).toBe(1);
  });

  it('only warn where a field is exempt, and the schema says which are', async () => {
    const { url } = await sandbox({ records: 60, faults: ['unadvertised-value'] });
    const exemptions = join(temporaryFolder(), 'exempt.json');
    writeFileSync(exemptions, '{"OpenHouse":["OpenHouseStatus"]}');
    const sampled = await sample(url, {
      job: { ...VALIDATED.job, exemptions },
      sampling: { resources: ['OpenHouse'], expand: 'none', limit: 60 },
    });
    expect(sampled.results.findings.map(({ severity, subject }) => [severity, subject.field])).toEqual([
      ['warning', 'OpenHouseStatus'],
    ]);
    expect([errorsOf(sampled)?.totalErrors, sampled.results.exitCode]).toEqual([0, 0]);
    const schema = readSchema(readFileSync(join(sampled.out, 'schema.json')), 'schema.json');
    expect(schema.exemptions.list).toEqual([{ resource: 'OpenHouse', field: 'OpenHouseStatus' }]);
  });

  it('are found in expansions as well, by their own resource', async () => {
    const { url } = await sandbox({ records: 60, faults: ['too-long'] });
    const sampled = await sample(url, {
      ...VALIDATED,
      sampling: { resources: ['Property'], expand: ['Media'], strategies: ['NextLink'], limit: 20 },
    });
    expect(payloadFindings(sampled)).toContain('payload/max-length Media.ChangedByMemberID in Media');
    const groups = Object.values(errorsOf(sampled)?.errors ?? {});
    expect(
      groups.flatMap(({ resources }) => resources['Media']?.fields['ChangedByMemberID'] ?? []),
    ).toMatchObject([{ sourceModel: 'Property', sourceModelField: 'Media' }]);
  });
});

describe('the counts', () => {
  const faulty = { records: 270, faults: ['unadvertised-field', 'unadvertised-value', 'wrong-type=all'] };

  it('are the same whatever the concurrency', async () => {
    const one = await sample((await sandbox(faulty)).url, VALIDATED);
    const manners = { ...VALIDATED.manners, concurrency: 6 };
    const many = await sample((await sandbox(faulty)).url, { ...VALIDATED, manners });
    expect(substance(many)).toEqual(substance(one));
    expect(errorsOf(one)?.totalErrors).toBeGreaterThan(100);
  });

  it('are those of a run never interrupted, when one is gone on with', async () => {
    const whole = await sample((await sandbox(faulty)).url, VALIDATED);
    const { url } = await sandbox(faulty);
    const out = join(temporaryFolder(), 'r');
    const goOn = {
      ...VALIDATED,
      manners: { ...VALIDATED.manners, resume: true },
      job: { ...VALIDATED.job, out },
    };
    for (const pages of [1, 3, 6]) {
      const stop = new AbortController();
      let left = pages;
      const onEvent: SampleOptions['onEvent'] = ({ type }) => {
        if (type === 'sampled' && --left === 0) stop.abort();
      };
      await sample(url, { ...goOn, signal: stop.signal, onEvent });
    }
    const last = await sample(url, goOn);
    expect(substance(last)).toEqual(substance(whole));
    expect(errorsOf(last)?.errors).toEqual(errorsOf(whole)?.errors);
  });
});

describe('what was not seen', () => {
  it('is not passed when a resource is dead, and others are', async () => {
    const { url } = await sandbox({ records: 60, faults: ['resource-error'] });
    const sampled = await sample(url, { ...VALIDATED, sampling: { limit: 20 } });
    const dead = sampled.results.findings.find(({ rule }) => rule === 'sampling/http-error')?.subject
      .resource;
    const verdictsOf = (isDead: boolean) =>
      new Set(
        sampled.results.checks
          .filter(
            ({ rule, subject }) => rule.startsWith('payload/') && (subject.resource === dead) === isDead,
          )
          .map(({ verdict }) => verdict),
      );
    expect(dead).toBeDefined();
    expect(verdictsOf(true)).toEqual(new Set(['not evaluated']));
    expect(verdictsOf(false)).toContain('passed');
  });

  it('is out of scope where it was not chosen', async () => {
    const { url } = await sandbox();
    const { results } = await sample(url, VALIDATED);
    expect(results.outOfScope).toContainEqual({ what: 'payloads of Office', reason: 'it was not sampled' });
  });

  it('is the rest, when the first page with an error is the last', async () => {
    const { url, requests } = await sandbox({ records: 270, faults: ['wrong-type=all'] });
    const { results } = await sample(url, { ...VALIDATED, job: { ...VALIDATED.job, failFast: true } });
    const pages = requests.filter(({ path }) => path.startsWith('/Member?') && path.includes('$orderby'));
    expect(pages).toHaveLength(1);
    expect(
      results.checks.some(
        ({ verdict, rule, subject }) =>
          verdict === 'passed' && rule === 'payload/type' && subject.resource !== 'Lookup',
      ),
    ).toBe(false);
    expect(results.exitCode).toBe(1);
  });

  it('are the payloads of Data Dictionary 1.7, unless they are asked for', async () => {
    const { url } = await sandbox({ version: '1.7' });
    const asked = await sample(url, { ...VALIDATED, job: { ...VALIDATED.job, version: '1.7' } });
    expect(asked.results.steps.find(({ name }) => name === 'validation')?.status).toBe('passed');
    const left = await sample(url, { ...VALIDATED, job: { version: '1.7', steps: ['sampling'] } });
    expect(left.results.outOfScope).toContainEqual({
      what: 'step validation',
      reason: 'payloads are validated from Data Dictionary 2.0 on',
    });
  });
});
