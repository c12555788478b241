import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../dist/sandbox/start-sandbox.js';
import type { Results } from '../../src/reports/results.js';
import { schemaErrors } from '../reports/results-schema.js';
import { brief } from '../scenarios/assess.js';
import { runDdOnServer, type ServerUnderTest } from './run-dd.js';

const CLIENT = { clientId: 'the-client', clientSecret: 'the-secret-of-the-client' };

/** A sandbox with a fault, by bearer token or by client credentials. */
async function sandboxWith(fault: string, how: 'token' | 'client' = 'token'): Promise<ServerUnderTest> {
  const who = how === 'token' ? { token: 'the-token-to-get-in' } : CLIENT;
  const sandbox = await startSandbox({ ...who, records: 5, faults: fault === '' ? [] : [fault] });
  onTestFinished(() => sandbox.close());
  const { url } = sandbox;
  return how === 'token'
    ? { url, authentication: { kind: 'token', token: 'the-token-to-get-in' } }
    : { url, authentication: { kind: 'client credentials', ...CLIENT, tokenUri: `${url}/oauth2/token` } };
}

function told({ verdict, exitCode, runError, findings }: Results) {
  return { verdict, exitCode, ...(runError && { runError: runError.kind }), findings: findings.map(brief) };
}

const PASSED = { verdict: 'passed', exitCode: 0, findings: [] };
const failed = (...findings: string[]) => ({ verdict: 'failed', exitCode: 1, findings });
const warned = (...findings: string[]) => ({ verdict: 'passed', exitCode: 0, findings });
const stopped = (runError: string) => ({ verdict: 'incomplete', exitCode: 2, runError, findings: [] });

describe('dd on a server that is well', () => {
  it('passes every step, through Cucumber', async () => {
    const results = await runDdOnServer(await sandboxWith(''), {
      steps: ['metadata', 'lookups', 'scenarios', 'variations'],
    });
    expect(told(results)).toEqual(PASSED);
    expect(results.steps.map(({ status }) => status)).toEqual([
      ...['passed', 'passed', 'passed', 'passed'],
      ...['out of scope', 'out of scope'],
    ]);
    expect(results.scenarios.run).toBe(1795);
    expect(results.checks.filter(({ verdict }) => verdict === 'not evaluated')).toEqual([]);
    expect(schemaErrors(results)).toEqual([]);
  });

  it('finds a local value in a closed lookup of the rows', async () => {
    const server = await sandboxWith('lookup-local-in-closed');
    const results = await runDdOnServer(server, {
      steps: ['metadata', 'lookups', 'scenarios'],
      resources: ['Property', 'Lookup'],
    });
    expect(results.findings.map(({ rule, subject }) => [rule, subject.lookup])).toEqual([
      ['lookup/closed-enumeration', 'StandardStatus'],
    ]);
    expect(results.exitCode).toBe(1);
  });
});

describe('values of lookups whose rows are not all there', () => {
  it('are not evaluated, and never passed or out of scope', async () => {
    const server = await sandboxWith('lookup-missing');
    const { checks, outOfScope, findings } = await runDdOnServer(server, {
      steps: ['metadata', 'lookups', 'scenarios'],
      resources: ['Property', 'Lookup'],
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['lookup/resource-missing']);
    const closed = checks.find(
      ({ rule, subject }) => rule === 'lookup/closed-enumeration' && subject.field === 'StandardStatus',
    );
    expect([closed?.verdict, closed?.reason]).toEqual(['not evaluated', 'lookup/resource-missing blocks it']);
    expect(outOfScope.filter(({ what }) => what.startsWith('values of lookups'))).toEqual([]);
  });
});

describe('each fault of HTTP and authentication ends in recovery, or says what is wrong', () => {
  it.each<[string, object, ('token' | 'client' | undefined)?]>([
    ['too-many-requests', PASSED],
    ['too-many-requests-date', PASSED],
    ['too-many-requests-bare', PASSED],
    ['unavailable', PASSED],
    ['server-error', PASSED],
    ['bad-gateway', PASSED],
    ['reset', PASSED],
    ['truncated-body', PASSED],
    ['cut-body=1', PASSED],
    ['html-page=1', PASSED],
    ['redirect', PASSED],
    ['token-expires', PASSED, 'client'],
    ['token-endpoint-refuses-basic', PASSED, 'client'],
    ['token-without-expiry', PASSED, 'client'],
    ['token-always-refused', stopped('authentication'), 'client'],
    ['token-always-refused', stopped('authentication'), 'token'],
    ['token-endpoint-error', stopped('authentication'), 'client'],
  ])('%s', async (fault, end, how = 'token') => {
    expect(told(await runDdOnServer(await sandboxWith(fault, how)))).toEqual(end);
  });

  it('a server that nobody can reach stops the run', async () => {
    const sandbox = await startSandbox({ records: 1 });
    await sandbox.close();
    const results = await runDdOnServer({
      url: sandbox.url,
      authentication: { kind: 'token', token: 'whatever-token' },
    });
    expect(told(results)).toEqual(stopped('unreachable'));
  });
});

describe('each fault of metadata gives the finding of its rule', () => {
  it.each<[string, object]>([
    ['metadata-406', PASSED],
    ['metadata-content-type', failed('edmx/http-response error ')],
    ['metadata-html', failed('edmx/http-response error ')],
    ['metadata-too-large', failed('edmx/http-response error ')],
    ['metadata-no-odata-version', failed('edmx/odata-version-header error ')],
    ['service-document-mismatch', warned('edmx/service-document warning Ghost')],
  ])('%s', async (fault, end) => {
    expect(told(await runDdOnServer(await sandboxWith(fault)))).toEqual(end);
  });

  it('metadata-malformed, at its place in the file that was saved', async () => {
    const { findings, exitCode } = await runDdOnServer(await sandboxWith('metadata-malformed'));
    expect(findings.map(({ rule, location }) => [rule, location?.file])).toEqual([
      ['edmx/well-formed', 'metadata.xml'],
    ]);
    expect(exitCode).toBe(1);
  });
});

describe('each fault of the Lookup Resource gives the finding of its rule', () => {
  it.each<[string, object]>([
    ['lookup-count-missing', failed('lookup/count-supported error Lookup')],
    ['lookup-count-refused', failed('lookup/count-supported error Lookup')],
    ['lookup-top-zero-refused', warned('lookup/count-supported warning Lookup')],
    ['lookup-fewer-rows', failed('lookup/replication-count error Lookup')],
    ['lookup-more-rows', failed('lookup/replication-count error Lookup')],
    ['lookup-count-drifts', warned('lookup/replication-count info Lookup')],
    ['lookup-repeated-key', failed('lookup/replication-count error Lookup.LookupKey')],
    ['lookup-timestamp-400', warned('lookup/timestamp-query warning Lookup.ModificationTimestamp')],
    ['lookup-timestamp-501', warned('lookup/timestamp-query warning Lookup.ModificationTimestamp')],
    ['lookup-timestamp-count', warned('lookup/timestamp-query warning Lookup.ModificationTimestamp')],
    ['lookup-missing-key', failed('lookup/required-fields error Lookup.LookupKey')],
    ['lookup-null-field', failed('lookup/required-fields error Lookup.ModificationTimestamp')],
    ['lookup-no-standard-value=1', warned('lookup/standard-value warning AreaSource=Appraiser')],
  ])('%s', async (fault, end) => {
    expect(told(await runDdOnServer(await sandboxWith(fault)))).toEqual(end);
  });

  it.each([
    ['lookup-missing', 'lookup/resource-missing', 'error'],
    ['lookup-timestamp-undeclared', 'lookup/required-fields', 'error'],
    ['lookup-name-without-rows', 'lookup/name-in-use', 'info'],
  ])('%s', async (fault, rule, severity) => {
    const { findings } = await runDdOnServer(await sandboxWith(fault));
    expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual([[rule, severity]]);
    expect(findings[0]?.location).toBeDefined();
  });
});
