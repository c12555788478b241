import { describe, expect, it } from 'vitest';
import { readResoScript } from '../../src/config/resoscript.js';
import { errorOf } from './error-of.js';

const ROOT = '<WebAPIURI>https://api.example.com/odata/</WebAPIURI>';
const TOKEN = '<BearerToken>t0ken-of-file</BearerToken>';
const CLIENT =
  '<ClientIdentification>id</ClientIdentification><ClientSecret>s3cret</ClientSecret><TokenURI>https://auth.example.com/token</TokenURI>';
const CLIENT_AUTHENTICATION = {
  kind: 'client credentials',
  clientId: 'id',
  clientSecret: 's3cret',
  tokenUri: 'https://auth.example.com/token',
};
const TYPE_TOKEN = '<AuthenticationType>authorization_code</AuthenticationType>';
const TYPE_CLIENT = '<AuthenticationType>client_credentials</AuthenticationType>';

function script(settings: string, rest = '', prolog = ''): string {
  return `${prolog}<OutputScript>\n<ClientSettings>\n${settings}\n</ClientSettings>\n${rest}</OutputScript>`;
}

const read = (text: string, env = {}, flags = {}) => readResoScript(text, 'x.resoscript', env, flags);
const authenticationOf = (text: string, env = {}, flags = {}) =>
  read(text, env, flags).recipients[0]?.authentication;

describe('a RESOScript', () => {
  it('gives one recipient, its requests and its secrets, frozen', () => {
    const configuration = read(
      script(
        ROOT + TYPE_TOKEN + TOKEN,
        `<Parameters><Parameter Name="R" Value="Property"/></Parameters>
         <Requests>
           <Request RequestId="a" OutputFile="a.json" Url="*ClientSettings_WebAPIURI*/*Parameter_R*?$top=1&amp;$filter=ListPrice gt 1"/>
           <Request RequestId="a" OutputFile="blank.json" Url=" "/>
         </Requests>`,
      ),
    );
    expect(configuration).toEqual({
      recipients: [
        {
          serviceRootUri: 'https://api.example.com/odata',
          authentication: { kind: 'token', token: 't0ken-of-file' },
        },
      ],
      isBatch: false,
      requests: [
        {
          requestId: 'a',
          outputFile: 'a.json',
          url: 'https://api.example.com/odata/Property?$top=1&$filter=ListPrice gt 1',
        },
      ],
      secrets: ['t0ken-of-file'],
    });
    const [recipient] = configuration.recipients;
    for (const part of [
      configuration,
      configuration.recipients,
      recipient,
      recipient?.authentication,
      configuration.requests,
      configuration.requests[0],
      configuration.secrets,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it.each([
    [
      'namespaces',
      '<OutputScript xmlns="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x x.xsd">',
    ],
    ['a prefix', '<r:OutputScript xmlns:r="urn:x">'],
  ])('may have %s', (_, start) => {
    const [root] = start.slice(1).split(' ');
    const text = `${start}<ClientSettings>${ROOT}${TOKEN}</ClientSettings></${root}>`;
    expect(authenticationOf(text)).toEqual({ kind: 'token', token: 't0ken-of-file' });
  });

  it('may have comments, CDATA, settings that are not used, and repeated sections', () => {
    const settings = `<!-- <BearerToken>old</BearerToken> -->${ROOT}<RedirectURI>x</RedirectURI><UserName/><Password>old-password</Password>
      </ClientSettings><RESOScriptVersion>4.0.0</RESOScriptVersion><ClientSettings><BearerToken><!-- here -->
        <![CDATA[a&b<c]]>
      </BearerToken>`;
    expect(authenticationOf(script(settings))).toEqual({ kind: 'token', token: 'a&b<c' });
    expect(read(script(settings)).secrets).toEqual(['old-password', 'a&b<c']);
  });
});

describe('of two kinds of credentials', () => {
  it.each([
    [
      'both types, token filled in',
      `${TYPE_TOKEN}${TOKEN}${TYPE_CLIENT}<ClientSecret> </ClientSecret>`,
      { kind: 'token', token: 't0ken-of-file' },
    ],
    [
      'both types, client filled in',
      `${TYPE_TOKEN}<BearerToken>\n</BearerToken>${TYPE_CLIENT}${CLIENT}`,
      CLIENT_AUTHENTICATION,
    ],
    [
      'a token beside half a client',
      `${TOKEN}<ClientIdentification>id</ClientIdentification><TokenURI>https://x.example.com</TokenURI>`,
      { kind: 'token', token: 't0ken-of-file' },
    ],
    ['no type, client filled in', CLIENT, CLIENT_AUTHENTICATION],
    ['one type decides', TYPE_CLIENT + TOKEN + CLIENT, CLIENT_AUTHENTICATION],
    [
      'a blank type counts for nothing',
      `<AuthenticationType/>${TYPE_TOKEN}${TOKEN}${CLIENT}`,
      { kind: 'token', token: 't0ken-of-file' },
    ],
    ['a scope', `${CLIENT}<ClientScope>api</ClientScope>`, { ...CLIENT_AUTHENTICATION, scope: 'api' }],
  ])('%s', (_, settings, expected) => {
    expect(authenticationOf(script(ROOT + settings))).toEqual(expected);
  });

  it.each([
    [
      'both filled in',
      TYPE_TOKEN + TYPE_CLIENT + TOKEN + CLIENT,
      'x.resoscript:3: Both a token and client credentials are filled in. Leave BearerToken or ClientSecret blank.',
    ],
    [
      'both filled in, no type',
      TOKEN + CLIENT,
      'x.resoscript:3: Both a token and client credentials are filled in. Leave BearerToken or ClientSecret blank.',
    ],
    [
      'none',
      TYPE_TOKEN + TYPE_CLIENT,
      'x.resoscript:2: There are no credentials. Give BearerToken, or ClientIdentification, ClientSecret and TokenURI. What is secret may stand in the environment as RESO_TOKEN, or RESO_CLIENT_ID and RESO_CLIENT_SECRET.',
    ],
    [
      'the stated one blank',
      TYPE_TOKEN + CLIENT,
      'x.resoscript:2: BearerToken is missing. Give BearerToken, or set RESO_TOKEN in the environment.',
    ],
    [
      'half a client',
      '<ClientIdentification>id</ClientIdentification>',
      'x.resoscript:2: ClientSecret is missing. Give ClientSecret, or set RESO_CLIENT_SECRET in the environment.',
    ],
    [
      'no token URI',
      '<ClientIdentification>id</ClientIdentification><ClientSecret>s</ClientSecret>',
      'x.resoscript:2: TokenURI is missing. Give TokenURI.',
    ],
    [
      'an unknown type',
      '\n<AuthenticationType>client_credential</AuthenticationType>',
      'x.resoscript:4: The AuthenticationType "client_credential" is not known. Did you mean "client_credentials"?',
    ],
    [
      'another unknown type',
      '<AuthenticationType>magic</AuthenticationType>',
      'x.resoscript:3: The AuthenticationType "magic" is not known. Known are authorization_code (a bearer token) and client_credentials.',
    ],
    [
      'Bearer in the token',
      '<BearerToken>Bearer abc</BearerToken>',
      'x.resoscript:3: BearerToken holds a character that a token cannot have. Leave off the word "Bearer": it is added when the token is sent.',
    ],
    [
      'a token over two lines',
      '<BearerToken>\nabc\ndef</BearerToken>',
      'x.resoscript:4: BearerToken holds a character that a token cannot have. Check that it is whole and nothing else: a token has no blanks, line ends or letters beyond ASCII.',
    ],
    [
      'a secret over two lines',
      CLIENT.replace('s3cret', 's\ns'),
      'x.resoscript:3: ClientSecret holds a line end or another control character. Check that it was copied whole and without what stood beside it.',
    ],
  ])('refused: %s', (_, settings, expected) => {
    expect(errorOf(() => read(script(ROOT + settings)))).toBe(expected);
  });
});

describe('precedence', () => {
  const env = { RESO_TOKEN: 't-env', RESO_CLIENT_ID: 'id-env', RESO_CLIENT_SECRET: 'secret-env' };
  const uri = '<TokenURI>https://auth.example.com/token</TokenURI>';
  const clientOfEnv = {
    kind: 'client credentials',
    clientId: 'id-env',
    clientSecret: 'secret-env',
    tokenUri: 'https://auth.example.com/token',
  };
  it.each([
    ['the file beats the environment', TOKEN, env, {}, { kind: 'token', token: 't0ken-of-file' }],
    ['a flag beats the file', TOKEN, env, { token: 't-flag' }, { kind: 'token', token: 't-flag' }],
    [
      'a flag beats the stated type',
      TYPE_CLIENT + CLIENT,
      env,
      { token: 't-flag' },
      { kind: 'token', token: 't-flag' },
    ],
    [
      'a flag spares a variable that is not set',
      `<BearerToken>\${NOT_SET}</BearerToken>`,
      {},
      { token: 't-flag' },
      { kind: 'token', token: 't-flag' },
    ],
    [
      'a flag replaces one part',
      CLIENT,
      {},
      { clientSecret: 's-flag' },
      { ...CLIENT_AUTHENTICATION, clientSecret: 's-flag' },
    ],
    [
      'blank credentials come from the environment',
      '<BearerToken/>',
      { RESO_TOKEN: 't-env' },
      {},
      { kind: 'token', token: 't-env' },
    ],
    [
      'half a client is completed',
      `<ClientIdentification>id</ClientIdentification>${uri}`,
      env,
      {},
      { ...clientOfEnv, clientId: 'id' },
    ],
    ['a stated client is completed', TYPE_CLIENT + uri, env, {}, clientOfEnv],
    ['a client without type, when there is no token', uri, { ...env, RESO_TOKEN: ' ' }, {}, clientOfEnv],
    ['without token URI only the token is of use', '', env, {}, { kind: 'token', token: 't-env' }],
  ])('%s', (_, settings, environment, flags, expected) => {
    expect(authenticationOf(script(ROOT + settings), environment, flags)).toEqual(expected);
  });

  it.each([
    [
      'the environment has both',
      uri,
      env,
      {},
      'x.resoscript:2: The environment has both RESO_TOKEN and RESO_CLIENT_ID with RESO_CLIENT_SECRET, and nothing says which to use. Unset one of them, or give the credentials in the file.',
    ],
    [
      'flags of both kinds',
      TOKEN,
      {},
      { token: 'a', scope: 'b' },
      '--token: --token and --scope exclude each other. Give a token, or client credentials.',
    ],
    [
      'a blank flag',
      TOKEN,
      {},
      { token: ' ' },
      '--token: The value is blank. Give one, or leave the flag off.',
    ],
  ])('refused: %s', (_, settings, environment, flags, expected) => {
    expect(errorOf(() => read(script(ROOT + settings), environment, flags))).toBe(expected);
  });
});

describe('references to the environment', () => {
  it.each([
    ['a whole value', `\${T}`, 'abc'],
    ['a part', `x-\${T}-y`, 'x-abc-y'],
    ['escaped', `$\${T}`, `\${T}`],
    ['escaped behind a dollar', `$$\${T}`, `$\${T}`],
    ['a lone dollar', 'a$b$', 'a$b$'],
    ['what is inserted is not looked at again', `\${NESTED}`, `\${T}`],
  ])('%s', (_, value, expected) => {
    const text = script(`${ROOT}<BearerToken>${value}</BearerToken>`);
    const environment = { T: 'abc', NESTED: `\${T}` };
    expect(authenticationOf(text, environment)).toEqual({ kind: 'token', token: expected });
  });

  it.each([
    [
      'not set',
      `\${MISSING}`,
      `x.resoscript:5: The environment variable MISSING is not set, or blank. Set it, or put it into .env. Where "\${" itself is meant, write $\${.`,
    ],
    [
      'blank',
      `\${BLANK}`,
      `x.resoscript:5: The environment variable BLANK is not set, or blank. Set it, or put it into .env. Where "\${" itself is meant, write $\${.`,
    ],
    [
      'inherited',
      `\${toString}`,
      `x.resoscript:5: The environment variable toString is not set, or blank. Set it, or put it into .env. Where "\${" itself is meant, write $\${.`,
    ],
    [
      'no end',
      `a\${secret`,
      `x.resoscript:5: "\${" is not followed by the name of an environment variable and "}". Write \${NAME}, or $\${ where "\${" itself is meant.`,
    ],
    [
      'no name',
      `\${secret-part}`,
      `x.resoscript:5: "\${" is not followed by the name of an environment variable and "}". Write \${NAME}, or $\${ where "\${" itself is meant.`,
    ],
  ])('refused: %s', (_, value, expected) => {
    const text = script(`${ROOT}\n<BearerToken>\n${value}</BearerToken>`);
    expect(errorOf(() => read(text, { BLANK: ' ' }))).toBe(expected);
  });

  it('stand in every value', () => {
    const rest = `<Parameters><Parameter Name="Key" Value="\${API_KEY}"/><Parameter Name="R" Value="\${R}"/></Parameters><Requests><Request RequestId="a" Url="\${BASE}/*Parameter_R*?k=*Parameter_Key*"/></Requests>`;
    const environment = {
      BASE: 'https://other.example.com',
      ROOT: 'https://api.example.com',
      API_KEY: 'key-of-env-1',
      R: 'Property',
    };
    const { recipients, requests, secrets } = read(
      script(`<WebAPIURI>\${ROOT}/odata</WebAPIURI>${TOKEN}`, rest),
      environment,
    );
    expect(recipients[0]?.serviceRootUri).toBe('https://api.example.com/odata');
    expect(requests[0]?.url).toBe('https://other.example.com/Property?k=key-of-env-1');
    expect(secrets).toEqual(['t0ken-of-file', 'key-of-env-1']);
  });
});

describe('addresses', () => {
  it.each([
    [
      'nothing',
      '',
      'x.resoscript:2: WebAPIURI is missing. Give the service root of the server in ClientSettings.',
    ],
    [
      'another scheme',
      '<WebAPIURI>ftp://x.example.com</WebAPIURI>',
      'x.resoscript:3: WebAPIURI is no http or https URI. Give one such as https://api.example.com/odata.',
    ],
    [
      'user info',
      '<WebAPIURI>https://user:pass@x.example.com</WebAPIURI>',
      'x.resoscript:3: WebAPIURI holds a user name or password. Remove it: credentials stand by themselves.',
    ],
    [
      'empty user info',
      '<WebAPIURI>https://@x.example.com</WebAPIURI>',
      'x.resoscript:3: WebAPIURI holds a user name or password. Remove it: credentials stand by themselves.',
    ],
    [
      'a query',
      '<WebAPIURI>https://x.example.com?</WebAPIURI>',
      'x.resoscript:3: WebAPIURI has a query. Give the service root alone.',
    ],
    [
      'a fragment',
      '<WebAPIURI>https://x.example.com#</WebAPIURI>',
      'x.resoscript:3: WebAPIURI has a fragment. Leave off "#" and what follows it.',
    ],
    [
      'a blank inside',
      '<WebAPIURI>https://x.example.com/a b</WebAPIURI>',
      'x.resoscript:3: WebAPIURI holds a blank, a control character or a backslash. Remove it.',
    ],
    [
      'the metadata',
      '<WebAPIURI>https://x.example.com/odata/$metadata</WebAPIURI>',
      'x.resoscript:3: WebAPIURI is the address of the metadata. Leave off "/$metadata".',
    ],
    [
      'too long',
      `<WebAPIURI>https://x.example.com${'/'.repeat(500_000)}a</WebAPIURI>`,
      'x.resoscript:3: WebAPIURI is longer than 8192 characters. Shorten it.',
    ],
    [
      'no host',
      '<WebAPIURI>https:///odata</WebAPIURI>',
      'x.resoscript:3: WebAPIURI is no http or https URI. Give one such as https://api.example.com/odata.',
    ],
    [
      'a bad port',
      '<WebAPIURI>https://x.example.com:99999</WebAPIURI>',
      'x.resoscript:3: WebAPIURI is no http or https URI. Give one such as https://api.example.com/odata.',
    ],
  ])('refused: %s', (_, root, expected) => {
    expect(errorOf(() => read(script(root + TOKEN)))).toBe(expected);
  });

  it.each([
    ['https://API.Example.com:443/OData//', 'https://api.example.com/OData'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://api.example.com/a/../odata(1)/', 'https://api.example.com/odata(1)'],
  ])('%s is taken as %s', (given, expected) => {
    expect(read(script(`<WebAPIURI>${given}</WebAPIURI>${TOKEN}`)).recipients[0]?.serviceRootUri).toBe(
      expected,
    );
  });

  it('keeps the query and the last slash of a token URI', () => {
    const client = CLIENT.replace('/token<', '/token/?policy=p<');
    expect(authenticationOf(script(ROOT + client))).toMatchObject({
      tokenUri: 'https://auth.example.com/token/?policy=p',
    });
  });
});

describe('names', () => {
  it.each([
    [
      'an unknown section',
      script(ROOT + TOKEN, '<Parameter/>'),
      'x.resoscript:5: The element "Parameter" is not known in OutputScript. Did you mean "Parameters"?',
    ],
    [
      'an unknown setting',
      script('\n<WebApiUrl/>'),
      'x.resoscript:4: The element "WebApiUrl" is not known in ClientSettings. Did you mean "WebAPIURI"?',
    ],
    [
      'a setting in other letters',
      script('<bearertoken/>'),
      'x.resoscript:3: The element "bearertoken" is not known in ClientSettings. Did you mean "BearerToken"?',
    ],
    [
      'a hostile name',
      script('<__proto__/>'),
      expect.stringMatching(
        /^x\.resoscript:3: The element "__proto__" is not known in ClientSettings\. Known are WebAPIURI, /,
      ),
    ],
    [
      'another root',
      '\n<Script/>',
      'x.resoscript:2: The root element is "Script", but that of a RESOScript is "OutputScript".',
    ],
    [
      'an attribute of a section',
      '<OutputScript\n\n  version="1"/>',
      'x.resoscript:3: The attribute "version" is not known on OutputScript. It has none: remove it.',
    ],
    [
      'an attribute of a setting',
      script('<WebAPIURI value="x"/>'),
      'x.resoscript:3: The attribute "value" is not known on WebAPIURI. It has none: remove it.',
    ],
    [
      'an attribute of a Request',
      script(ROOT, '<Requests>\n<Request\nRequestId="a"\n URL="x"/></Requests>'),
      'x.resoscript:8: The attribute "URL" is not known on Request. Did you mean "Url"?',
    ],
    [
      'a Parameter twice',
      script(ROOT, '<Parameters><Parameter Name="a" Value=""/>\n<Parameter Name="a" Value=""/></Parameters>'),
      'x.resoscript:6: The Parameter "a" stands here a second time; the first is on line 5. Keep one.',
    ],
    [
      'a RequestId twice',
      script(
        ROOT,
        '<Requests><Request RequestId="a" Url="https://x"/>\n<Request RequestId="a" Url="https://x"/></Requests>',
      ),
      'x.resoscript:6: The Request "a" stands here a second time; the first is on line 5. Keep one.',
    ],
    [
      'a setting twice',
      script(`${TOKEN}\n<BearerToken/>${TOKEN}`),
      'x.resoscript:4: BearerToken stands here a second time; the first is on line 3. Keep one.',
    ],
    [
      'a Parameter without Name',
      script(ROOT, '<Parameters><Parameter Value=""/></Parameters>'),
      'x.resoscript:5: The Parameter has no Name.',
    ],
    [
      'a Parameter without Value',
      script(ROOT, '<Parameters><Parameter Name="a"/></Parameters>'),
      'x.resoscript:5: The Parameter "a" has no Value.',
    ],
    [
      'a Parameter with text',
      script(ROOT, '<Parameters><Parameter Name="a" Value="">\nx</Parameter></Parameters>'),
      'x.resoscript:6: There is something inside of Parameter, which has attributes alone. Remove it.',
    ],
    [
      'a Request without Url',
      script(ROOT, '<Requests><Request RequestId="a"/></Requests>'),
      'x.resoscript:5: The Request has no Url. Give one; a blank Url leaves the Request out.',
    ],
    [
      'a Request without RequestId',
      script(ROOT, '<Requests><Request Url="https://x"/></Requests>'),
      'x.resoscript:5: The Request has no RequestId.',
    ],
    [
      'text between settings',
      script('\nsecret'),
      'x.resoscript:4: There is text between the elements of ClientSettings. Remove it.',
    ],
    [
      'an element in a setting',
      script('<BearerToken>abc<secret/></BearerToken>'),
      'x.resoscript:3: There is an element inside of BearerToken, which holds text alone. In a value, "<" is written "&lt;".',
    ],
  ])('refused: %s', (_, text, expected) => {
    expect(errorOf(() => read(text))).toEqual(expected);
  });
});
