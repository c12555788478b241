import { describe, expect, it } from 'vitest';
import { REDACTED, Redactor } from '../../src/core/redaction.js';

const SECRET = 's3cr3t/+ké "&<~\\%25';
const redactor = new Redactor([SECRET]);

function hex(bytes: Uint8Array, toHex: (byte: number) => string): string {
  return [...bytes].map(toHex).join('');
}

function each(text: string, spell: (unit: number) => string): string {
  return Array.from({ length: text.length }, (_none, at) => spell(text.charCodeAt(at))).join('');
}

const twoDigits = (byte: number) => byte.toString(16).padStart(2, '0');
const form = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
const lowerHex = (text: string) => text.replace(/%../g, (spelled) => spelled.toLowerCase());
const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');

const SPELLINGS: readonly (readonly [what: string, spelled: string])[] = [
  ['as it is', SECRET],
  ['percent-encoded as a component', encodeURIComponent(SECRET)],
  ['percent-encoded with lower hex', lowerHex(encodeURIComponent(SECRET))],
  ['percent-encoded only where a URL needs it', encodeURI(SECRET)],
  ['percent-encoded byte by byte', hex(Buffer.from(SECRET), (byte) => `%${twoDigits(byte)}`)],
  ['percent-encoded as Latin-1', hex(Buffer.from(SECRET, 'latin1'), (byte) => `%${twoDigits(byte)}`)],
  ['form-encoded', form(SECRET)],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(SECRET))],
  ['JSON-escaped', json(SECRET)],
  ['JSON-escaped with slashes', json(SECRET).replaceAll('/', '\\/')],
  ['JSON-escaped unit by unit', each(SECRET, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`)],
  [
    'JSON-escaped in upper hex',
    each(SECRET, (unit) => `\\u${unit.toString(16).padStart(4, '0').toUpperCase()}`),
  ],
  ['JSON inside JSON', json(json(SECRET))],
  ['XML-escaped', xml(SECRET)],
  ['XML-escaped by decimal numbers', each(SECRET, (unit) => `&#${unit};`)],
  ['XML-escaped by hexadecimal numbers', each(SECRET, (unit) => `&#x${unit.toString(16)};`)],
  ['XML-escaped twice', xml(xml(SECRET))],
  ['percent-encoded, then JSON-escaped', json(encodeURIComponent(SECRET))],
  ['JSON-escaped, then XML-escaped', xml(json(SECRET))],
  ['Base64', base64(SECRET)],
  ['Base64url', base64url(SECRET)],
  ['Base64, percent-encoded', encodeURIComponent(base64(SECRET))],
  ['Base64 with escaped slashes', base64(SECRET).replaceAll('/', '\\/')],
];

describe('a secret is taken out', () => {
  it.each(SPELLINGS)('%s', (_what, spelled) => {
    expect(redactor.redact(spelled)).toBe(REDACTED);
    expect(redactor.redact(`before ${spelled} between ${spelled}`)).toBe(
      `before ${REDACTED} between ${REDACTED}`,
    );
  });

  it.each(
    ['', 'a', 'ab', 'client', 'client:', 'a longer client id:'].flatMap((before) =>
      ['', 'x', 'xy', ':and more'].map((after) => [before, after] as const),
    ),
  )('in the middle of Base64, after "%s" and before "%s"', (before, after) => {
    for (const inner of [SECRET, form(SECRET), encodeURIComponent(SECRET)]) {
      for (const encode of [base64, base64url]) {
        const redacted = redactor.redact(`Basic ${encode(before + inner + after)}`);
        expect(redacted).toContain(REDACTED);
        // What is left holds nothing of the secret, not even a letter at its edge.
        const left = redacted.slice('Basic '.length).replace(REDACTED, '').replaceAll('=', '');
        expect(left.length).toBeLessThanOrEqual(encode(before).length + encode(after).length + 1);
      }
    }
  });

  it('wherever it stands in an echo', () => {
    const echoes = {
      body: `<html>Your token ${xml(SECRET)} is not known</html>`,
      header: `Bearer error="invalid_token", error_description="${SECRET}"`,
      url: `https://example.com/${encodeURIComponent(SECRET)}/odata?x=${form(SECRET)}`,
    };
    expect(redactor.redactJson(echoes)).toEqual({
      body: `<html>Your token ${REDACTED} is not known</html>`,
      header: `Bearer error="invalid_token", error_description="${REDACTED}"`,
      url: `https://example.com/${REDACTED}/odata?x=${REDACTED}`,
    });
  });

  it('the longest first, and once where they overlap', () => {
    const many = new Redactor(['alpha', 'alphabet', 'bets are off']);
    expect(many.redact('alpha alphabet alphabets are off')).toBe(`${REDACTED} ${REDACTED} ${REDACTED}`);
  });

  it('when it was learned late', () => {
    const late = new Redactor();
    expect(late.redact('token-one')).toBe('token-one');
    late.add(' token-one\n');
    expect(late.redact('token-one')).toBe(REDACTED);
  });

  it('across the pieces in which a long text is looked at', () => {
    const filler = 'x'.repeat(256 * 1024 - 7);
    expect(redactor.redact(`${filler}${encodeURIComponent(SECRET)}y`)).toBe(`${filler}${REDACTED}y`);
  });
});

describe('very short secrets', () => {
  const short = new Redactor(['in', 'x', '', '  ', '\n']);

  it.each([
    ['in', REDACTED],
    ['printing lines in ink', 'printing lines in ink'],
    ['{"token":"in"}', `{"token":"${REDACTED}"}`],
    ['?key=in&other=inn', `?key=${REDACTED}&other=inn`],
    ['Bearer x', `Bearer ${REDACTED}`],
    ['', ''],
  ])('%j becomes %j', (text, redacted) => {
    expect(short.redact(text)).toBe(redacted);
  });
});

describe('places for credentials are emptied, known or not', () => {
  const nothingKnown = new Redactor();

  it.each([
    ['Authorization: Bearer abc.def\r\nAccept: */*', `Authorization: ${REDACTED}\r\nAccept: */*`],
    ['proxy-authorization:Basic abc=', `proxy-authorization:${REDACTED}`],
    ['Cookie: a="b"; c=d', `Cookie: ${REDACTED}`],
    ['set-cookie: sid=1; Path=/', `set-cookie: ${REDACTED}`],
    ['{"Authorization":"Bearer abc","n":1}', `{"Authorization":"${REDACTED}","n":1}`],
    ['{\\"authorization\\": \\"Bearer abc\\"}', `{\\"authorization\\": \\"${REDACTED}"}`],
    ["{'Cookie': 'a=b'}", `{'Cookie': '${REDACTED}'}`],
    ['https://user:pass@host/path', `https://${REDACTED}@host/path`],
    ['https://user@host/', `https://${REDACTED}@host/`],
    ['https://host/a@b', 'https://host/a@b'],
    ['/p?access_token=abc&x=1', `/p?access_token=${REDACTED}&x=1`],
    ['/p?x=1&Client_Secret=a%20b#f', `/p?x=1&Client_Secret=${REDACTED}#f`],
    ['next=%2Fp%3Ftoken%3Dabc', `next=%2Fp%3Ftoken%3D${REDACTED}`],
    ['{"access_token": "a\\"b", "expires_in": 5}', `{"access_token": "${REDACTED}", "expires_in": 5}`],
    ['client_id=me&client_secret=you', `client_id=me&client_secret=${REDACTED}`],
    ['/p?$skiptoken=42&$count=true', '/p?$skiptoken=42&$count=true'],
    ['WWW-Authenticate: Bearer realm="x"', 'WWW-Authenticate: Bearer realm="x"'],
  ])('%s', (text, redacted) => {
    expect(nothingKnown.redact(text)).toBe(redacted);
  });
});

describe('redactJson', () => {
  it('goes through every string and name, and leaves the rest', () => {
    const value = { n: 1, b: true, none: null, [SECRET]: [SECRET, { a: `x${SECRET}` }] };
    expect(redactor.redactJson(value)).toEqual({
      n: 1,
      b: true,
      none: null,
      [REDACTED]: [REDACTED, { a: `x${REDACTED}` }],
    });
  });

  it('empties members for credentials', () => {
    const headers = { Authorization: 'Bearer abc', 'set-cookie': ['a=b', 'c=d'], accept: '*/*' };
    expect(redactor.redactJson(headers)).toEqual({
      Authorization: REDACTED,
      'set-cookie': REDACTED,
      accept: '*/*',
    });
  });

  it('takes a member called __proto__ for a member', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"isAdmin": true}}');
    const redacted = redactor.redactJson(hostile) as object;
    expect(Object.hasOwn(redacted, '__proto__')).toBe(true);
    expect('isAdmin' in redacted).toBe(false);
  });
});

describe('an excerpt', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.abcdefghijklmnop';
  const tokens = new Redactor([token]);

  it('is the beginning of a text', () => {
    expect(tokens.excerpt('short', 100)).toBe('short');
    expect(tokens.excerpt('a'.repeat(500), 100)).toBe('a'.repeat(100));
  });

  it.each([4, 10, token.length - 1])(
    'leaves no half of a secret that was cut after %i characters',
    (length) => {
      expect(tokens.excerpt(`said: ${token.slice(0, length)}`, 100, true)).toBe(`said: ${REDACTED}`);
      expect(tokens.excerpt(`said: ${encodeURIComponent(token.slice(0, length))}%2`, 100, true)).toBe(
        `said: ${REDACTED}`,
      );
    },
  );

  it('cuts no secret in two itself', () => {
    for (let at = 0; at < 60; at += 1) {
      expect(tokens.excerpt(`${'.'.repeat(at)}${token}${'.'.repeat(200)}`, 50)).not.toContain('eyJh');
    }
  });
});

describe('time', () => {
  it.each([
    ['many beginnings of a secret', `${SECRET.slice(0, -1)} `.repeat(20_000)],
    ['percent signs', '%'.repeat(500_000)],
    ['backslashes', '\\'.repeat(500_000)],
    ['ampersands', '&amp;'.repeat(100_000)],
    ['header names without a value', 'cookie         '.repeat(30_000)],
    ['schemes', '://'.repeat(150_000)],
    ['parameters', 'token='.repeat(80_000)],
    ['quoted names', '"token":"'.repeat(50_000)],
    ['one long word', 'a'.repeat(500_000)],
  ])('grows with the length of the text: %s', (_what, text) => {
    const before = performance.now();
    redactor.redact(text);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
