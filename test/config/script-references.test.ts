import { describe, expect, it } from 'vitest';
import { readResoScript } from '../../src/config/resoscript.js';
import { errorOf } from './error-of.js';

function script(parameters: readonly (readonly [string, string])[], url: string, settings = ''): string {
  const lines = parameters.map(([name, value]) => `<Parameter Name="${name}" Value="${value}"/>\n`);
  return `<OutputScript><ClientSettings><WebAPIURI>https://api.example.com/</WebAPIURI><BearerToken>tok</BearerToken>${settings}</ClientSettings><Parameters>
${lines.join('')}</Parameters><Requests><Request RequestId="r" Url="${url}"/></Requests></OutputScript>`;
}

const read = (text: string, flags = {}) => readResoScript(text, 'x.resoscript', {}, flags);

describe('references of a Url', () => {
  it.each([
    ['a setting', [], '*ClientSettings_WebAPIURI*/A', 'https://api.example.com/A'],
    ['a parameter', [['P', 'A']], 'https://x/*Parameter_P*/*Parameter_P*', 'https://x/A/A'],
    [
      'through parameters',
      [
        ['P', '*Parameter_Q*1'],
        ['Q', '*ClientSettings_WebAPIURI*/A'],
      ],
      '*Parameter_P*',
      'https://api.example.com/A1',
    ],
    ['a blank parameter', [['P', '']], 'https://x/*Parameter_P*', 'https://x/'],
    ['a name with blanks', [['P q', 'A']], 'https://x/*Parameter_P q*', 'https://x/A'],
    ['a hostile name', [['__proto__', 'A']], 'https://x/*Parameter___proto__*', 'https://x/A'],
    ['"$&" in a value is text', [['P', '$&amp;']], 'https://x/*Parameter_P*', 'https://x/$&'],
    ['other stars are text', [], 'https://x/*a*?b=*', 'https://x/*a*?b=*'],
    [
      'the kind of authentication',
      [],
      'https://x/*ClientSettings_AuthenticationType*',
      'https://x/authorization_code',
    ],
    ['a blank setting', [], 'https://x/*ClientSettings_ClientScope*', 'https://x/'],
    ['a setting that is not used', [], 'https://x/*ClientSettings_UserName*', 'https://x/me'],
  ] as const)('%s', (_, parameters, url, expected) => {
    const { requests } = read(script(parameters, url, '<ClientScope/><UserName>me</UserName>'));
    expect(requests).toEqual([{ requestId: 'r', url: expected }]);
  });

  it('mean the credentials that the run goes by', () => {
    const { requests } = read(script([], 'https://x/*ClientSettings_BearerToken*'), { token: 'flag' });
    expect(requests[0]?.url).toBe('https://x/flag');
  });

  it.each([
    [
      'an unknown parameter',
      [['Resource', 'A']],
      'https://x/*Parameter_Resourse*',
      'x.resoscript:3: The reference *Parameter_Resourse* is not known. Did you mean "Resource"?',
    ],
    [
      'an unknown setting',
      [],
      '*ClientSettings_WebAPIURL*',
      'x.resoscript:2: The reference *ClientSettings_WebAPIURL* is not known. Did you mean "WebAPIURI"?',
    ],
    [
      'an inherited name',
      [],
      '*ClientSettings_constructor*',
      expect.stringContaining('x.resoscript:2: The reference *ClientSettings_constructor* is not known.'),
    ],
    [
      'by way of others',
      [
        ['P', '*Parameter_Q*'],
        ['Q', '\n*Parameter_Other*'],
      ],
      '*Parameter_P*',
      expect.stringContaining(
        'x.resoscript:3: The reference *Parameter_Other* (by way of *Parameter_P* → *Parameter_Q*) is not known.',
      ),
    ],
    [
      'no end',
      [],
      'https://x/*Parameter_P',
      'x.resoscript:2: A reference that starts with "*Parameter_" has no "*" at its end.',
    ],
    [
      'itself',
      [['P', 'x*Parameter_P*']],
      '*Parameter_P*',
      'x.resoscript:2: The reference *Parameter_P* leads back to itself: *Parameter_P* → *Parameter_P*. Break the circle.',
    ],
    [
      'a circle',
      [
        ['A', '*Parameter_B*'],
        ['B', '*Parameter_C*'],
        ['C', '*Parameter_B*'],
      ],
      'https://x',
      'x.resoscript:4: The reference *Parameter_B* leads back to itself: *Parameter_B* → *Parameter_C* → *Parameter_B*. Break the circle.',
    ],
    [
      'a Url that is none',
      [['P', 'A']],
      '*Parameter_P*/B',
      'x.resoscript:3: The Url of the Request "r" is no http or https URI. Give one such as https://api.example.com/odata.',
    ],
    [
      'a Url with a password',
      [],
      'https://me:pass@x/',
      'x.resoscript:2: The Url of the Request "r" holds a user name or password. Remove it: credentials stand by themselves.',
    ],
  ] as const)('refused: %s', (_, parameters, url, expected) => {
    expect(errorOf(() => read(script(parameters, url)))).toEqual(expected);
  });
});

describe('a script that would grow without end is refused', () => {
  const TOO_LONG =
    'References make this value, or all values together, too long. Shorten what they stand for.';
  const many = Array.from({ length: 5000 }, (_, index): [string, string] => [
    `${'n'.repeat(50)}${index}`,
    '',
  ]);
  const doubling = Array.from({ length: 60 }, (_, index): [string, string] => [
    `P${index}`,
    index === 59 ? 'x' : `*Parameter_P${index + 1}**Parameter_P${index + 1}*`,
  ]);
  const chain = Array.from({ length: 5000 }, (_, index): [string, string] => [
    `P${index}`,
    `*Parameter_P${index + 1}*`,
  ]);
  const wide = Array.from({ length: 5000 }, (_, index): [string, string] => [
    `P${index}`,
    index === 0 ? 'x'.repeat(60_000) : '*Parameter_P0*',
  ]);

  it.each<[string, [string, string][], unknown]>([
    ['doubling', doubling, expect.stringContaining(TOO_LONG)],
    [
      'a long unknown name beside many others',
      [...many, ['x', `*Parameter_${'n'.repeat(500_000)}*`]],
      expect.stringContaining('x.resoscript:5002: The reference *Parameter_nnn'),
    ],
    [
      'a long chain',
      chain,
      expect.stringContaining('References lead from one to the next more than 100 times.'),
    ],
    ['the same long value again and again', wide, expect.stringContaining(TOO_LONG)],
  ])('%s', (_, parameters, expected) => {
    expect(errorOf(() => read(script(parameters, 'https://x/*Parameter_P0*')))).toEqual(expected);
  });
});
