import { describe, expect, it } from 'vitest';
import { readBatch } from '../../src/config/batch.js';
import { errorOf } from './error-of.js';

const ENTRY = {
  description: 'First',
  serviceRootUri: 'https://api.example.com/odata/',
  recipientUoi: 'M00000001',
  providerUsi: '1001',
  token: 't0ken',
};
const CLIENT = {
  clientId: 'id',
  clientSecret: 's3cret',
  tokenUri: 'https://auth.example.com/token',
  scope: 'api',
};

/** A batch of such entries: `"configs"` on line 3, the first entry on line 4, its keys from line 5 on. */
function batch(...entries: readonly object[]): string {
  return JSON.stringify({ providerUoi: 'T00000001', configs: entries }, null, 2);
}

/** An entry in which some keys have other values; those that are undefined are left out. */
function entry(changes: Readonly<Record<string, unknown>>): object {
  return { ...ENTRY, ...changes };
}

const read = (text: string, env = {}, flags = {}) => readBatch(text, 'b.json', env, flags);

describe('a batch file', () => {
  it('gives its recipients and their secrets, frozen', () => {
    const second = {
      serviceRootUri: 'https://api.example.com/other',
      recipientUoi: 'M00000002',
      providerUsi: '1001',
      clientCredentials: CLIENT,
      originatingSystemName: 'A "quoted" name',
      originatingSystemId: 'X1',
    };
    const configuration = read(batch(ENTRY, second));
    expect(configuration).toEqual({
      recipients: [
        {
          description: 'First',
          serviceRootUri: 'https://api.example.com/odata',
          authentication: { kind: 'token', token: 't0ken' },
          providerUoi: 'T00000001',
          providerUsi: '1001',
          recipientUoi: 'M00000001',
        },
        {
          serviceRootUri: 'https://api.example.com/other',
          authentication: { kind: 'client credentials', ...CLIENT },
          providerUoi: 'T00000001',
          providerUsi: '1001',
          recipientUoi: 'M00000002',
          originatingSystemName: 'A "quoted" name',
          originatingSystemId: 'X1',
        },
      ],
      isBatch: true,
      requests: [],
      secrets: ['s3cret', 't0ken'],
    });
    for (const part of [configuration, configuration.recipients, ...configuration.recipients]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('is a batch with one recipient, and may say what it is', () => {
    const text = JSON.stringify({ description: 'Mine', version: '2.0', providerUoi: 'T1', configs: [ENTRY] });
    expect(read(text)).toMatchObject({ isBatch: true, recipients: [{ providerUoi: 'T1' }] });
  });

  it.each([
    ['a blank token beside a client', { token: '', clientCredentials: CLIENT }, 'client credentials'],
    ['a null token beside a client', { token: null, clientCredentials: CLIENT }, 'client credentials'],
    [
      'a token beside a blank client',
      { clientCredentials: { clientId: '', clientSecret: '', tokenUri: '', scope: '' } },
      'token',
    ],
    ['a token beside no client', { clientCredentials: null }, 'token'],
  ])('of %s the one that is filled in counts', (_, changes, kind) => {
    expect(read(batch(entry(changes))).recipients[0]?.authentication.kind).toBe(kind);
  });

  it.each([
    [
      'a flag beats every entry',
      batch(ENTRY, entry({ recipientUoi: 'M2', token: 'other' })),
      {},
      { token: 'flag' },
      ['flag', 'flag'],
    ],
    [
      'blank credentials come from the environment',
      batch(ENTRY, entry({ recipientUoi: 'M2', token: '' })),
      { RESO_TOKEN: 'env' },
      {},
      ['t0ken', 'env'],
    ],
    ['references', batch(entry({ token: '$' + '{A}-1' })), { A: 'a' }, {}, ['a-1']],
  ])('precedence: %s', (_, text, env, flags, expected) => {
    const tokens = read(text, env, flags).recipients.map(({ authentication }) =>
      authentication.kind === 'token' ? authentication.token : undefined,
    );
    expect(tokens).toEqual(expected);
  });

  it.each(['T00000001', '1001', 'a.b_c-d e', 'Münster', '0'])('takes the UOI %s', (recipientUoi) => {
    expect(read(batch(entry({ recipientUoi }))).recipients[0]?.recipientUoi).toBe(recipientUoi);
  });
});

describe('a batch file that cannot be used names its line', () => {
  const NO_FOLDER =
    '"recipientUoi" cannot be the name of a folder, which the results would be in. Give the identifier itself: letters and digits, inside of them also blank, ".", "_" and "-", at most 100 of them.';
  const NO_CREDENTIALS =
    'There are no credentials. Give "token", or "clientId" of "clientCredentials", "clientSecret" of "clientCredentials" and "tokenUri" of "clientCredentials". What is secret may stand in the environment as RESO_TOKEN, or RESO_CLIENT_ID and RESO_CLIENT_SECRET.';

  it.each<readonly [string, string, string]>([
    [
      'no JSON',
      '{\n  "token": "secret\n}',
      'b.json:2: The file is not valid JSON at column 19. Correct it: look for a missing or extra comma, quotation mark or bracket.',
    ],
    [
      'cut short',
      '{\n  "configs": [\n',
      'b.json:3: The file ends before the JSON does. Correct it: look for a missing or extra comma, quotation mark or bracket.',
    ],
    [
      'nothing',
      '',
      'b.json:1: The file ends before the JSON does. Correct it: look for a missing or extra comma, quotation mark or bracket.',
    ],
    [
      'XML',
      '<OutputScript/>',
      'b.json:1: The file is not valid JSON at column 1. Correct it: look for a missing or extra comma, quotation mark or bracket.',
    ],
    [
      'too deep',
      '['.repeat(30) + ']'.repeat(30),
      'b.json:1: Values are nested more than 20 deep here. Remove the nesting.',
    ],
    ['an array', '\n[]', 'b.json:2: The batch must be an object.'],
    [
      'an unknown key',
      '{ "providerUoi": "T1",\n\n "config": [] }',
      'b.json:3: "config" is not known in the batch. Did you mean "configs"?',
    ],
    [
      'a hostile key',
      '{ "__proto__": {} }',
      'b.json:1: "__proto__" is not known in the batch. Known are description, version, providerUoi, configs.',
    ],
    [
      'a key twice',
      '{ "providerUoi": "T1",\n"providerUoi": "T2" }',
      'b.json:2: "providerUoi" stands here a second time; the first is on line 1. Keep one.',
    ],
    ['no provider', '\n{ "configs": [] }', 'b.json:2: "providerUoi" is missing. Give it.'],
    ['a number', '{ "providerUoi":\n 1 }', 'b.json:2: "providerUoi" must be a text in quotation marks.'],
    [
      'no configs',
      '{\n"providerUoi": "T1" }',
      'b.json:1: "configs" is missing. Give an array of recipients.',
    ],
    [
      'configs that are none',
      '{ "providerUoi": "T1",\n"configs": {} }',
      'b.json:2: "configs" must be an array.',
    ],
    [
      'empty configs',
      '{ "providerUoi": "T1",\n"configs": [] }',
      'b.json:2: "configs" is empty. Give at least one recipient.',
    ],
    [
      'an entry that is none',
      '{ "providerUoi": "T1", "configs": [\n"x"] }',
      'b.json:2: An entry of "configs" must be an object.',
    ],
    [
      'an unknown key of an entry',
      batch(entry({ serviceRootURL: 'x' })),
      'b.json:10: "serviceRootURL" is not known in an entry of "configs". Did you mean "serviceRootUri"?',
    ],
    [
      'an unknown key of a client',
      batch(entry({ clientCredentials: { scopes: 'x' } })),
      'b.json:11: "scopes" is not known in "clientCredentials". Did you mean "scope"?',
    ],
    [
      'a client that is none',
      batch(entry({ clientCredentials: 'x' })),
      'b.json:10: "clientCredentials" must be an object.',
    ],
    [
      'a token that is none',
      batch(entry({ token: true })),
      'b.json:9: "token" must be a text in quotation marks.',
    ],
    [
      'no service root',
      batch(entry({ serviceRootUri: undefined })),
      'b.json:4: "serviceRootUri" is missing. Give it.',
    ],
    ['a blank recipient', batch(entry({ recipientUoi: ' ' })), 'b.json:7: "recipientUoi" is blank. Give it.'],
    [
      'no system',
      batch(ENTRY, entry({ recipientUoi: 'M2', providerUsi: undefined })),
      'b.json:11: "providerUsi" is missing. Give it.',
    ],
    ['no credentials', batch(entry({ token: '' })), `b.json:4: ${NO_CREDENTIALS}`],
    [
      'both kinds',
      batch(entry({ clientCredentials: CLIENT })),
      'b.json:9: Both a token and client credentials are filled in. Leave "token" or "clientSecret" of "clientCredentials" blank.',
    ],
    [
      'half a client',
      batch(entry({ token: '', clientCredentials: { clientId: 'x' } })),
      'b.json:4: "clientSecret" of "clientCredentials" is missing. Give "clientSecret" of "clientCredentials", or set RESO_CLIENT_SECRET in the environment.',
    ],
    [
      'a service root that is none',
      batch(entry({ serviceRootUri: 'api.example.com' })),
      'b.json:6: "serviceRootUri" is no http or https URI. Give one such as https://api.example.com/odata.',
    ],
    [
      'a token URI with a fragment',
      batch(entry({ token: '', clientCredentials: { ...CLIENT, tokenUri: 'https://x/#a' } })),
      'b.json:13: "tokenUri" of "clientCredentials" has a fragment. Leave off "#" and what follows it.',
    ],
    [
      'a missing variable',
      batch(entry({ token: '$' + '{NO}' })),
      'b.json:9: The environment variable NO is not set, or blank. Set it, or put it into .env. Where "$' +
        '{" itself is meant, write $$' +
        '{.',
    ],
    [
      'two with one folder',
      batch(ENTRY, entry({ recipientUoi: 'm00000001' })),
      'b.json:11: The providerUsi and recipientUoi of this entry are those of the entry on line 4, so both would write into one folder. Correct or remove one of them.',
    ],
    ...[
      '../x',
      'a/b',
      'a\\b',
      '.',
      '..',
      '...',
      'a\n',
      'a\u0000b',
      '.a',
      'a.',
      'a\u202eb',
      'NUL',
      'com1.txt',
      '~',
      'a:b',
      '-a',
      'x'.repeat(101),
    ]
      // A blank at either end is left off before.
      .filter((name) => name === name.trim())
      .map(
        (recipientUoi) =>
          [
            `the UOI ${JSON.stringify(recipientUoi)}`,
            batch(entry({ recipientUoi })),
            `b.json:7: ${NO_FOLDER}`,
          ] as const,
      ),
  ])('%s', (_, text, expected) => {
    expect(errorOf(() => read(text))).toBe(expected);
  });

  it('also in a file of many entries', () => {
    const entries = Array.from({ length: 5000 }, (_, index) => entry({ recipientUoi: `M${index}` }));
    const text = batch(...entries, entry({ recipientUoi: 'M4999' }));
    expect(errorOf(() => read(text))).toContain(`b.json:${4 + 5000 * 7}: `);
  });
});
