import { mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { initCommand } from '../../src/cli/init-command.js';
import { readBatch } from '../../src/config/batch.js';
import { readResoScript } from '../../src/config/resoscript.js';
import { ConfigurationError } from '../../src/core/errors.js';
import { type FakeTerminal, fakeTerminal } from './fake-terminal.js';

const URL = ['--url', 'https://api.example.com/odata'];
const CLIENT = [
  '--client-id',
  'id',
  '--client-secret',
  's<&>"',
  '--token-uri',
  'https://auth.example.com/token',
];
const UOIS = ['--provider-uoi', 'T1', '--provider-usi', '1', '--recipient-uoi', 'M1'];
const TOKEN = `\${RESO_TOKEN}`;

let out: string;

beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'init-')), 'new/file');
});

async function init(words: readonly string[], answers?: readonly string[]): Promise<FakeTerminal> {
  const terminal = fakeTerminal(answers);
  const command = initCommand(terminal)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  await command.parseAsync([...words, '--out', out], { from: 'user' });
  return terminal;
}

async function refusalOf(words: readonly string[], answers?: readonly string[]): Promise<string> {
  try {
    await init(words, answers);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.explain().replaceAll(out, 'FILE');
    throw error;
  }
  return 'no error';
}

const text = () => readFileSync(out, 'utf8');

describe('init from flags', () => {
  it('writes a RESOScript that refers to the environment, for its owner alone', async () => {
    const { said } = await init(URL);
    expect(text()).toContain(`<BearerToken>${TOKEN}</BearerToken>`);
    expect(said).toEqual({
      out: `${out}: written, and nobody else may read it.\nSet RESO_TOKEN in the environment or in .env, then run\n  reso-certify dd --resoscript ${out}\n`,
      err: '',
      exitCode: undefined,
    });
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a token', ['--token', 'abc'], {}, { kind: 'token', token: 'abc' }],
    ['a reference', ['--token', `\${MINE}`], { MINE: 'abc' }, { kind: 'token', token: 'abc' }],
    [
      'a client',
      CLIENT,
      {},
      {
        kind: 'client credentials',
        clientId: 'id',
        clientSecret: 's<&>"',
        tokenUri: 'https://auth.example.com/token',
      },
    ],
    [
      'half a client',
      [...CLIENT.slice(4), '--scope', 'api'],
      { RESO_CLIENT_ID: 'i', RESO_CLIENT_SECRET: 's' },
      {
        kind: 'client credentials',
        clientId: 'i',
        clientSecret: 's',
        tokenUri: 'https://auth.example.com/token',
        scope: 'api',
      },
    ],
  ])('with %s, as RESOScript and as batch', async (_, credentials, environment, authentication) => {
    await init([...URL, ...credentials]);
    expect(readResoScript(text(), out, environment).recipients[0]?.authentication).toEqual(authentication);
    await init([...URL, ...credentials, ...UOIS, '--batch', '--force']);
    expect(readBatch(text(), out, environment).recipients).toEqual([
      { serviceRootUri: URL[1], authentication, providerUoi: 'T1', providerUsi: '1', recipientUoi: 'M1' },
    ]);
  });

  it('warns of a secret in the file, without saying it', async () => {
    const { said } = await init([...URL, '--token', 'abc-secret']);
    expect(said.err).toBe(
      `${out} holds a secret itself. Keep it out of version control, or write a reference such as ${TOKEN} in its place.\n`,
    );
    expect(said.out).not.toContain('abc-secret');
  });

  it.each([
    ['no url', [], '--url: The value is missing, and there is no terminal to ask on. Give it.'],
    [
      'a url that is none',
      ['--url', 'x'],
      '--url: The value is no http or https URI. Give one such as https://api.example.com/odata.',
    ],
    [
      'no token URI',
      [...URL, ...CLIENT.slice(0, 4)],
      '--token-uri: The value is missing, and there is no terminal to ask on. Give it.',
    ],
    [
      'both kinds',
      [...URL, ...CLIENT, '--token', 'x'],
      '--token: --token and --client-id exclude each other. Give a token, or client credentials.',
    ],
    [
      'a blank token',
      [...URL, '--token', ''],
      '--token: The value is blank. Give one, or leave the flag off.',
    ],
    [
      'a token that cannot be sent',
      [...URL, '--token', 'a b'],
      '--token: The value holds a character that a token cannot have. Check that it is whole and nothing else: a token has no blanks, line ends or letters beyond ASCII.',
    ],
    [
      'UOIs without --batch',
      [...URL, ...UOIS],
      '--provider-uoi, --provider-usi, --recipient-uoi: A RESOScript has no place for UOIs and USIs. Add --batch to write a batch file, or leave them off.',
    ],
    [
      'no UOI',
      [...URL, '--batch'],
      '--provider-uoi: The value is missing, and there is no terminal to ask on. Give it.',
    ],
    [
      'a UOI that is no folder',
      [...URL, '--batch', ...UOIS.slice(0, 5), '../x'],
      '--recipient-uoi: The value cannot be the name of a folder, which the results would be in. Give the identifier itself: letters and digits, inside of them also blank, ".", "_" and "-", at most 100 of them.',
    ],
  ])('refuses %s and writes nothing', async (_, words, expected) => {
    expect(await refusalOf(words)).toBe(expected);
    expect(() => statSync(out)).toThrow('ENOENT');
  });
});

describe('init and a file that is there', () => {
  const THERE = 'FILE: The file is there already. Choose another with --out, or overwrite it with --force.';

  beforeEach(() => {
    out = join(mkdtempSync(join(tmpdir(), 'init-')), 'file');
  });

  it('does not overwrite it, and does not ask in vain', async () => {
    writeFileSync(out, 'old');
    expect(await refusalOf(URL)).toBe(THERE);
    expect(await refusalOf([], [])).toBe(THERE);
    expect(text()).toBe('old');
  });

  it('does not write through a link that leads nowhere', async () => {
    symlinkSync('nowhere', out);
    expect(await refusalOf(URL)).toBe(THERE);
  });

  it('overwrites it with --force', async () => {
    writeFileSync(out, 'old', { mode: 0o644 });
    await init([...URL, '--force']);
    expect(text()).toContain('<OutputScript>');
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('does not overwrite one that came while it asked', async () => {
    const terminal = fakeTerminal([]);
    const ask = () => {
      writeFileSync(out, 'came');
      return Promise.resolve('https://api.example.com/odata');
    };
    const run = initCommand({ ...terminal, ask }).parseAsync(['--token', 'x', '--out', out], {
      from: 'user',
    });
    await expect(run).rejects.toThrow('The file is there already.');
    expect(text()).toBe('came');
  });
});

describe('init on a terminal', () => {
  it('asks for what is not given; Enter takes what stands in brackets', async () => {
    const { questions } = await init([], ['https://api.example.com/odata', '', '']);
    expect(questions).toEqual([
      'Service root URI: ',
      'Authentication: "token" or "client" credentials [token]: ',
      `Bearer token [${TOKEN}]: (hidden)`,
    ]);
    expect(readResoScript(text(), out, { RESO_TOKEN: 'x' }).recipients).toEqual([
      { serviceRootUri: URL[1], authentication: { kind: 'token', token: 'x' } },
    ]);
  });

  it('asks for a recipient and client credentials', async () => {
    const { questions } = await init(
      ['--batch'],
      ['T1', '1', 'M1', 'https://api.example.com/odata', 'client', 'id', 's', 'https://auth.example.com', ''],
    );
    expect(questions).toEqual([
      'UOI of the provider: ',
      "USI of the provider's system: ",
      'UOI of the recipient: ',
      'Service root URI: ',
      'Authentication: "token" or "client" credentials [token]: ',
      `Client id [\${RESO_CLIENT_ID}]: (hidden)`,
      `Client secret [\${RESO_CLIENT_SECRET}]: (hidden)`,
      'Token URI: ',
      'Scope (none if left blank): ',
    ]);
    expect(readBatch(text(), out, {}).recipients[0]?.authentication).toEqual({
      kind: 'client credentials',
      clientId: 'id',
      clientSecret: 's',
      tokenUri: 'https://auth.example.com/',
    });
  });

  it('asks again for an answer that cannot be used', async () => {
    const { said } = await init(
      [],
      ['', 'ftp://x', 'https://api.example.com/odata', 'magic', 'token', 'a b', 'abc'],
    );
    expect(said.err.split('\n').slice(0, 4)).toEqual([
      'The value is blank. Give one.',
      'The value is no http or https URI. Give one such as https://api.example.com/odata.',
      'The answer is neither "token" nor "client".',
      'The value holds a character that a token cannot have. Check that it is whole and nothing else: a token has no blanks, line ends or letters beyond ASCII.',
    ]);
    expect(readResoScript(text(), out, {}).secrets).toEqual(['abc']);
  });

  it('writes nothing when the answers end', async () => {
    await expect(init([], ['https://api.example.com/odata'])).rejects.toThrow('no more answers');
    expect(() => statSync(out)).toThrow('ENOENT');
  });
});
