import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.js';
import { ask, serving } from './serving.js';

describe('options', () => {
  it.each<[string, SandboxOptions, string]>([
    ['a version that is not there', { version: '3.0' }, 'There are 1.7, 2.0, 2.1.'],
    ['records below zero', { records: -1 }, '--records: -1 is out of range.'],
    ['records that are no number', { records: Number.NaN }, '--records: NaN is out of range.'],
    ['half a seed', { seed: 0.5 }, '--seed'],
    ['pages without records', { pageSize: 0 }, '--page-size'],
    ['a port that is none', { port: 65_536 }, '--port'],
    [
      'another representation',
      { representation: 'enums' as 'enum' },
      'There is no representation "enums". Give enum.',
    ],
    ['a client without a secret', { clientId: 'x' }, 'Give --client-id and --client-secret together.'],
    ['a secret without a client', { clientSecret: 'x' }, 'Give --client-id and --client-secret together.'],
    ['a fault that is not there', { faults: ['resett'] }, 'Did you mean "reset"'],
    ['a fault of tokens without tokens', { faults: ['token-expires'] }, 'Give --token'],
    [
      'a fault of the token endpoint without a client',
      { token: 'x', faults: ['token-endpoint-error'] },
      'Give --client-id',
    ],
    [
      'a fault of rows without rows',
      { representation: 'enum', faults: ['lookup-missing'] },
      'Give --representation lookup.',
    ],
  ])('%s', async (_what, options, message) => {
    const refused = await startSandbox(options).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigurationError);
    expect((refused as ConfigurationError).explain()).toContain(message);
  });

  it('a port that is taken is said to be so', async () => {
    const { url } = await serving();
    const refused = await startSandbox({ port: Number(new URL(url).port) }).catch((error: unknown) => error);
    expect((refused as ConfigurationError).explain()).toMatch(
      /^--port: The sandbox cannot listen on port \d+\. Give another/,
    );
  });

  it.each(['1.7', '2.0', '2.1'])('version %s is served', async (version) => {
    const sandbox = await serving({ version });
    expect((await ask(sandbox, '/Property?$top=1')).status).toBe(200);
  });
});
