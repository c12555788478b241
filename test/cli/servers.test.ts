import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../dist/sandbox/start-sandbox.js';
import type { Results } from '../../src/reports/results.js';
import { temporaryFolder } from '../run/run-dd.js';
import { readJson, startCommandLine } from './command-line.js';

type SandboxOptions = NonNullable<Parameters<typeof startSandbox>[0]>;

async function sandboxWith(options: SandboxOptions): Promise<string> {
  const sandbox = await startSandbox({ records: 5, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox.url;
}

/**
 * A server that throws back whatever it is sent, in its body, its headers and its address. Its token endpoint hands
 * out `issued` and throws back the credentials, or refuses them when there is nothing to hand out.
 */
async function echoingServer(issued?: string): Promise<string> {
  const server = createServer((request, response) => {
    let sent = '';
    request.on('data', (chunk) => {
      sent += chunk;
    });
    request.on('end', () => {
      const { authorization = '' } = request.headers;
      const isToken = request.url?.startsWith('/token') === true;
      const message = {
        headers: request.headers,
        sent,
        again: Buffer.from(authorization).toString('base64'),
      };
      response.writeHead(isToken ? (issued === undefined ? 401 : 200) : 400, {
        'content-type': 'application/json',
        'www-authenticate': `Bearer realm="${authorization}"`,
        'x-echo': Buffer.from(authorization).toString('base64'),
      });
      const url = `/?access_token=${encodeURIComponent(authorization.replace(/^\w+ /, ''))}`;
      response.end(
        JSON.stringify({ access_token: issued, expires_in: 3600, error: { code: 'x', message, url } }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** The spellings in which a secret must not be found. */
function spellings(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replaceAll('=', '');
  const escaped = [...secret]
    .map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  return [secret, encodeURIComponent(secret), base64, JSON.stringify(secret).slice(1, -1), escaped];
}

const FAST = ['--delay', '0', '--quiet'];

describe('dd on a server, by the command line', () => {
  it('takes url and token from flags', async () => {
    const url = await sandboxWith({ token: 'the-token-to-get-in' });
    const folder = temporaryFolder();
    const { status, stdout } = await startCommandLine(
      folder,
      {},
      'dd',
      '--url',
      url,
      '--token',
      'the-token-to-get-in',
      '--resource',
      'Media',
      ...FAST,
    );
    expect(stdout).toContain('PASSED');
    expect(status).toBe(0);
    expect((readJson(join(folder, 'results/results.json')) as Results).input).toEqual({
      serviceRootUri: url,
    });
  });

  it('takes client credentials from a RESOScript and the environment, and lists its requests as out of scope', async () => {
    const url = await sandboxWith({ clientId: 'the-client', clientSecret: 'the-secret' });
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'my.resoscript'),
      `<?xml version="1.0" encoding="utf-8" ?>
<OutputScript>
  <RESOScriptVersion>3.0.0</RESOScriptVersion>
  <ClientSettings>
    <WebAPIURI>${url}</WebAPIURI>
    <AuthenticationType>client_credentials</AuthenticationType>
    <ClientIdentification>the-client</ClientIdentification>
    <ClientSecret>\${THE_SECRET}</ClientSecret>
    <TokenURI>${url}/oauth2/token</TokenURI>
  </ClientSettings>
  <Parameters><Parameter Name="Resource" Value="Property" /></Parameters>
  <Requests><Request RequestId="metadata" OutputFile="m.xml" Url="*ClientSettings_WebAPIURI*/*Parameter_Resource*" /></Requests>
</OutputScript>`,
    );
    const words = ['lookups', '--resoscript', 'my.resoscript', ...FAST];
    const { status, stdout } = await startCommandLine(folder, { THE_SECRET: 'the-secret' }, ...words);
    expect(stdout).toContain('request metadata of the RESOScript: requests are for Web API Core testing');
    expect(status).toBe(0);
  });

  it('saves and validates metadata by itself', async () => {
    const url = await sandboxWith({ token: 'the-token-to-get-in', faults: ['metadata-no-odata-version'] });
    const folder = temporaryFolder();
    const words = ['metadata', 'fetch', '--url', url, '--token', 'the-token-to-get-in', ...FAST];
    const { status, stdout } = await startCommandLine(folder, {}, ...words);
    expect(stdout).toContain('edmx/odata-version-header');
    expect(readFileSync(join(folder, 'results/metadata.xml'), 'utf8')).toContain('<edmx:Edmx');
    expect(status).toBe(1);
  });

  it.each([
    ['no credentials', ['--url', 'http://127.0.0.1:9'], /token|credentials/i],
    ['two servers', ['--url', 'http://127.0.0.1:9', '--config', 'x.json'], /exclude each other/],
    ['a file and a server', ['--metadata', 'x.xml', '--url', 'http://127.0.0.1:9'], /exclude each other/],
    ['a bad number', ['--url', 'http://127.0.0.1:9', '--delay', '-1'], /whole number/],
  ])('%s: exit 2 and a clear message', async (_what, words, message) => {
    const { status, stdout, stderr } = await startCommandLine(temporaryFolder(), {}, 'dd', ...words);
    expect(stderr).toMatch(message);
    expect([stdout, status]).toEqual(['', 2]);
  });
});

describe('secrets', () => {
  const token = 'pl4nted/token+of~"the"owner';
  const secret = 'pl4nted/secret+of~"the" client';
  const issued = 'pl4nted-token-that-was-issued/+~';
  const basic = Buffer.from(`the-client:${secret}`).toString('base64');

  it.each<[string, string | undefined, readonly string[], Readonly<Record<string, string>>]>([
    ['a bearer token', undefined, [], { RESO_TOKEN: token }],
    [
      'a client secret and the token for it',
      issued,
      ['--client-id', 'the-client'],
      { RESO_CLIENT_SECRET: secret },
    ],
    [
      'a client secret that is refused',
      undefined,
      ['--client-id', 'the-client'],
      { RESO_CLIENT_SECRET: secret },
    ],
  ])('are in no file and no output, in whatever spelling: %s', async (_what, answer, words, variables) => {
    const url = await echoingServer(answer);
    const folder = temporaryFolder();
    const client = words.length === 0 ? [] : [...words, '--token-uri', `${url}/token`];
    const dd = ['dd', '--url', url, '--har', '--delay', '0', '--verbose', ...client];
    const { stdout, stderr } = await startCommandLine(folder, variables, ...dd);
    const outputs = [stdout, stderr, ...filesIn(folder).map((path) => readFileSync(path, 'utf8'))];
    expect(filesIn(folder).map((path) => path.slice(folder.length + 9))).toEqual([
      'exchanges.har',
      'results.json',
    ]);
    for (const spelling of [token, secret, issued, basic].flatMap(spellings)) {
      expect(outputs.filter((text) => text.includes(spelling))).toEqual([]);
    }
    expect(readFileSync(join(folder, 'results/exchanges.har'), 'utf8')).toContain('[redacted]');
  });
});

describe('a batch', () => {
  it('ends with a verdict for each recipient, and the exit code over all', { timeout: 90_000 }, async () => {
    const token = 'the-token-to-get-in';
    const good = await Promise.all([1, 2, 3].map((seed) => sandboxWith({ token, seed })));
    const bad = await sandboxWith({ token, faults: ['metadata-malformed'] });
    const gone = await startSandbox({ records: 1 });
    await gone.close();
    const entry = (serviceRootUri: string, index: number, own = token) => ({
      description: `Recipient ${index}`,
      serviceRootUri,
      recipientUoi: `M${index}`,
      providerUsi: '1',
      token: own,
    });
    const folder = temporaryFolder();
    const configs = [
      ...good.map((url, index) => entry(url, index)),
      entry(bad, 3),
      entry(gone.url, 4),
      entry(await sandboxWith({ token }), 5, 'a-wrong-token'),
    ];
    writeFileSync(join(folder, 'batch.json'), JSON.stringify({ providerUoi: 'T1', configs }));
    const steps = ['--steps', 'metadata,lookups,scenarios'];
    const words = [
      'dd',
      '--config',
      'batch.json',
      '--resource',
      'Media',
      '--format',
      'json',
      ...steps,
      ...FAST,
    ];
    const { status, stdout } = await startCommandLine(folder, {}, ...words);
    const ends = JSON.parse(stdout) as { name: string; verdict: string; runError?: { kind: string } }[];
    expect(ends.map(({ name, verdict, runError }) => [name, verdict, runError?.kind])).toEqual([
      ['Recipient 0', 'passed', undefined],
      ['Recipient 1', 'passed', undefined],
      ['Recipient 2', 'passed', undefined],
      ['Recipient 3', 'failed', undefined],
      ['Recipient 4', 'incomplete', 'unreachable'],
      ['Recipient 5', 'incomplete', 'authentication'],
    ]);
    expect(status).toBe(1);
    const results = join(folder, 'results/data-dictionary-2.0/T1-1/M0/current/results.json');
    expect((readJson(results) as Results).input).toMatchObject({ recipientUoi: 'M0' });
  });
});

describe('doctor', () => {
  it('says that all is well', async () => {
    const url = await sandboxWith({ token: 'the-token-to-get-in' });
    const { status, stdout } = await startCommandLine(
      temporaryFolder(),
      { RESO_TOKEN: 'the-token-to-get-in' },
      'doctor',
      '--url',
      url,
    );
    expect(stdout).toContain('All is well.');
    expect(stdout).not.toContain('the-token-to-get-in');
    expect(status).toBe(0);
  });

  it.each([
    ['a wrong token', {}, /mend\s+authentication.*401/],
    ['metadata that is a login page', { faults: ['metadata-html'] }, /mend\s+metadata.*text\/html/],
  ])('says what to mend: %s', async (what, options, line) => {
    const url = await sandboxWith({ token: 'the-token-to-get-in', ...options });
    const token = what === 'a wrong token' ? 'no-good-token' : 'the-token-to-get-in';
    const { status, stdout } = await startCommandLine(
      temporaryFolder(),
      { RESO_TOKEN: token },
      'doctor',
      '--url',
      url,
    );
    expect(stdout).toMatch(line);
    expect(status).toBe(2);
  });
});

describe('sandbox', () => {
  it('serves until it is interrupted', async () => {
    const started = startCommandLine(temporaryFolder(), {}, 'sandbox', '--records', '3');
    const [, url = ''] =
      (await started.line(/http:\/\/127\.0\.0\.1:\d+/)).match(/(http:\/\/127\.0\.0\.1:\d+)/) ?? [];
    const answer = await fetch(`${url}/Property?$top=1&$count=true`);
    expect(await answer.json()).toMatchObject({ '@odata.count': 3 });
    started.interrupt();
    expect((await started).status).toBe(0);
  });

  it('lists its faults', async () => {
    const { stdout, status } = await startCommandLine(temporaryFolder(), {}, 'sandbox', '--list-faults');
    expect(stdout).toContain('too-many-requests');
    expect(status).toBe(0);
  });
});
