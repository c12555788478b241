import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration, type ServerOptions } from '../../src/config/read-configuration.js';

const SCRIPT =
  '<OutputScript><ClientSettings><WebAPIURI>https://x.example.com</WebAPIURI><BearerToken>é</BearerToken></ClientSettings></OutputScript>';
const BATCH =
  '{ "providerUoi": "T1", "configs": [{ "serviceRootUri": "https://x.example.com", "recipientUoi": "M1", "providerUsi": "1" }] }';
const FILES: Readonly<Record<string, Uint8Array>> = {
  'a.resoscript': Buffer.from(`\uFEFF${SCRIPT.replace('é', 'script')}`),
  'b.json': Buffer.from(`\uFEFF${BATCH}`),
  'latin1.resoscript': Buffer.from(`\n${SCRIPT}`, 'latin1'),
  'utf16.resoscript': Buffer.from(`\uFEFF${SCRIPT}`, 'utf16le'),
};

async function tokensOf(options: ServerOptions, env = {}): Promise<readonly string[]> {
  const readFile = (path: string) => Promise.resolve(FILES[path] ?? new Uint8Array());
  const { recipients } = await readConfiguration(options, env, readFile);
  return recipients.map(({ authentication: { kind, ...rest } }) => [kind, ...Object.values(rest)].join(' '));
}

describe('the configuration', () => {
  const env = { RESO_TOKEN: 'env', RESO_CLIENT_ID: 'id-env', RESO_CLIENT_SECRET: 'secret-env' };
  const url = 'https://x.example.com';
  const tokenUri = 'https://auth.example.com/';
  it.each([
    ['a RESOScript', { resoscript: 'a.resoscript' }, ['token script']],
    ['a flag over a RESOScript', { resoscript: 'a.resoscript', token: 'flag' }, ['token flag']],
    ['a batch file, credentials from the environment', { config: 'b.json' }, ['token env']],
    ['a flag over a batch file', { config: 'b.json', token: 'flag' }, ['token flag']],
    ['a token', { url, token: 'flag' }, ['token flag']],
    ['the token of the environment', { url }, ['token env']],
    [
      'a client',
      { url, clientId: 'i', clientSecret: 's', tokenUri, scope: 'api' },
      [`client credentials i s ${tokenUri} api`],
    ],
    [
      'the client of the environment',
      { url, tokenUri },
      [`client credentials id-env secret-env ${tokenUri}`],
    ],
  ])('comes from %s', async (_, options, expected) => {
    expect(await tokensOf(options, env)).toEqual(expected);
  });

  it.each([
    ['nothing', {}, 'There is no server. Give one of --resoscript FILE, --config FILE and --url URI.'],
    ['two', { url, config: 'b.json' }, '--config: --config and --url exclude each other. Give one of them.'],
    [
      'credentials alone',
      { token: 'x' },
      'There is no server. Give one of --resoscript FILE, --config FILE and --url URI.',
    ],
    [
      'no credentials',
      { url },
      '--url: There are no credentials. Give --token, or --client-id, --client-secret and --token-uri. What is secret may stand in the environment as RESO_TOKEN, or RESO_CLIENT_ID and RESO_CLIENT_SECRET.',
    ],
    [
      'no token URI',
      { url, clientId: 'i', clientSecret: 's' },
      '--url: --token-uri is missing. Give --token-uri.',
    ],
    ['a blank url', { url: ' ' }, '--url: There is no service root. Give its URI.'],
    [
      'a url that is none',
      { url: 'x', token: 'y' },
      '--url: --url is no http or https URI. Give one such as https://api.example.com/odata.',
    ],
    [
      'another encoding',
      { resoscript: 'latin1.resoscript' },
      'latin1.resoscript:2: Bytes here are not valid UTF-8. Save the file as UTF-8.',
    ],
    [
      'UTF-16',
      { resoscript: 'utf16.resoscript' },
      'utf16.resoscript: The file is encoded in UTF-16. Save it as UTF-8.',
    ],
  ])('does not come from %s', async (_, options, expected) => {
    const error = await tokensOf(options).catch((cause: unknown) => cause);
    expect((error as { explain(): string }).explain()).toBe(expected);
  });
});

describe('every sample in resoscripts/ is read back', () => {
  const folder = resolve(import.meta.dirname, '../../resoscripts');
  const environment = {
    RESO_TOKEN: 'token-1',
    RESO_CLIENT_ID: 'id-1',
    RESO_CLIENT_SECRET: 'secret-1',
    FIRST_TOKEN: 'token-2',
    SECOND_CLIENT_ID: 'id-2',
    SECOND_CLIENT_SECRET: 'secret-2',
  };
  const token = (value: string) => ({ kind: 'token', token: value });
  const client = (number: number) => ({
    kind: 'client credentials',
    clientId: `id-${number}`,
    clientSecret: `secret-${number}`,
    tokenUri: 'https://auth.example.com/oauth2/token',
    scope: 'api',
  });
  const samples = [
    ['batch.json', [token('token-2'), client(2)], []],
    ['bearer-token.resoscript', [token('token-1')], []],
    ['client-credentials.resoscript', [client(1)], []],
    [
      'template.resoscript',
      [token('token-1')],
      [
        'https://api.example.com/odata/$metadata',
        'https://api.example.com/odata/Property?$top=10&$count=true',
      ],
    ],
  ] as const;

  it.each(samples)('%s', async (name, authentications, urls) => {
    const option = name.endsWith('.json') ? 'config' : 'resoscript';
    const { recipients, requests } = await readConfiguration({ [option]: name }, environment, (path) =>
      Promise.resolve(readFileSync(resolve(folder, path))),
    );
    expect(recipients.map(({ authentication }) => authentication)).toEqual(authentications);
    expect(requests.map(({ url }) => url)).toEqual(urls);
  });

  it('none is left out', () => {
    expect(readdirSync(folder).filter((name) => name !== 'README.md')).toEqual(samples.map(([name]) => name));
  });
});
