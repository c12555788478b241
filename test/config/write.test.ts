import { describe, expect, it } from 'vitest';
import { readBatch } from '../../src/config/batch.js';
import { readResoScript } from '../../src/config/resoscript.js';
import { writeBatch } from '../../src/config/write-batch.js';
import { writeResoScript } from '../../src/config/write-resoscript.js';
import { errorOf } from './error-of.js';

const HOSTILE = [
  'plain',
  '"\'<&>]]>--><!--',
  '&amp;&lt;&e;',
  '*Parameter_P*',
  '*ClientSettings_WebAPIURI*',
  `\${NAME`,
  `\${NAME} \${NAME}`,
  `$\${NAME}`,
  `$$\${NAME}`,
  '$$$',
  '\\" \\n \\u0041',
  'é😀 ü',
  '</ClientSecret><BearerToken>',
];
const serviceRootUri = 'https://api.example.com/odata';
const tokenUri = 'https://auth.example.com/token?a=1&b=2';

describe('what is written reads back the same', () => {
  it.each(HOSTILE)('client credentials of %s', (value) => {
    const credentials = {
      kind: 'client credentials',
      clientId: value,
      clientSecret: value,
      tokenUri,
      scope: value,
    } as const;
    const server = { serviceRootUri, credentials };
    const script = readResoScript(writeResoScript(server), 'x', {});
    const batch = readBatch(
      writeBatch('T1', [{ ...server, description: value, providerUsi: '1', recipientUoi: 'M1' }]),
      'x',
      {},
    );
    expect(script.recipients).toEqual([{ serviceRootUri, authentication: credentials }]);
    expect(batch.recipients).toEqual([
      {
        description: value,
        serviceRootUri,
        authentication: credentials,
        providerUoi: 'T1',
        providerUsi: '1',
        recipientUoi: 'M1',
      },
    ]);
  });

  it.each(HOSTILE.filter((value) => /^[!-~]+$/.test(value)))('the token %s', (token) => {
    const server = { serviceRootUri, credentials: { kind: 'token', token } } as const;
    const expected = [{ authentication: { kind: 'token', token } }];
    expect(readResoScript(writeResoScript(server), 'x', {}).recipients).toMatchObject(expected);
    const text = writeBatch('T1', [{ ...server, providerUsi: '1', recipientUoi: 'M1' }]);
    expect(readBatch(text, 'x', {}).recipients).toMatchObject(expected);
  });

  it('a reference stays one', () => {
    const server = { serviceRootUri, credentials: { kind: 'token', token: `\${MY_TOKEN}` } } as const;
    expect(writeResoScript(server)).toContain(`<BearerToken>\${MY_TOKEN}</BearerToken>`);
    expect(readResoScript(writeResoScript(server), 'x', { MY_TOKEN: 'abc' }).secrets).toEqual(['abc']);
  });

  it.each(['a\nb', 'a\u0000b', '\ud800', 'a\uFFFEb'])('except what no file can hold: %j', (token) => {
    const server = { serviceRootUri, credentials: { kind: 'token', token } } as const;
    expect(errorOf(() => writeResoScript(server))).toBe(
      'A value holds a line end or another control character. Check that it was copied whole and without what stood beside it.',
    );
  });
});
