import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../dist/sandbox/start-sandbox.js';
import type { Results } from '../../src/reports/results.js';
import { documentOf, documentWith } from '../metadata/documents.js';
import { KEY } from '../metadata/rules/faults.js';
import { schemaErrors } from '../reports/results-schema.js';
import { temporaryFolder } from '../run/run-dd.js';
import { commandLine, readJson, startCommandLine } from './command-line.js';

const GOOD = documentOf(`<EntityType Name="Wine">${KEY}</EntityType>`);
const FAULTY = documentOf(`<EntityType Name="Wine">${KEY}
  <Property Name="Colour" Type="self.Hue"/>
  <Property Name="Litres" Type="Edm.Decimal" Precision="3" Scale="4"/>
</EntityType>`);

function validate(content: string, ...words: string[]) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'wine.xml'), content);
  return { folder, ...commandLine(folder, 'metadata', 'validate', 'wine.xml', ...words) };
}

describe('metadata validate', () => {
  it('passes a document without faults, and writes nothing', () => {
    const { folder, status, stdout, stderr } = validate(GOOD);
    expect(stderr).toBe('metadata: passed in 0.0 s\n');
    expect(stdout).toMatchInlineSnapshot(`
      "reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      wine.xml

      Steps                       passed  failed  not evaluated  not applicable
        metadata    passed            15       0              0               0

      Time  start-up 0.0 s, open input 0.0 s, step metadata 0.0 s, whole run 0.0 s

      PASSED  0 errors, 0 warnings, 0 infos
      "
    `);
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual(['wine.xml']);
  });

  it('says of each fault where it stands, and what to write instead', () => {
    const { status, stdout } = validate(FAULTY);
    expect(stdout).toMatchInlineSnapshot(`
      "reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      wine.xml

      Errors
        edmx/unresolved-type  reso-certify explain edmx/unresolved-type
          Wine.Colour  wine.xml:4:27
            The property Wine.Colour is of the type "self.Hue", which the metadata does not declare (OData CSDL 4.0, section 6.1.2). Declare it, correct its name, or include the document that declares it.
        edmx/facets  reso-certify explain edmx/facets
          Wine.Litres (@Scale)  wine.xml:5:60
            The property Wine.Litres has Scale="4", but its Precision is 3, and a number has no more digits behind the point than in all (OData CSDL 4.0, section 6.2.4). Raise the Precision, or lower the Scale.

      Steps                       passed  failed  not evaluated  not applicable
        metadata    failed            13       2              0               0

      Time  start-up 0.0 s, open input 0.0 s, step metadata 0.0 s, whole run 0.0 s

      FAILED  2 errors, 0 warnings, 0 infos
      "
    `);
    expect(status).toBe(1);
  });

  it('tells a pipe everything as JSON, and writes the results where it is told', () => {
    const { folder, status, stdout } = validate(FAULTY, '--format', 'json', '--out', 'told');
    const results = JSON.parse(stdout) as Results;
    expect(schemaErrors(results)).toEqual([]);
    expect(results.findings.map(({ rule, location }) => `${location?.line} ${rule}`)).toEqual([
      '4 edmx/unresolved-type',
      '5 edmx/facets',
    ]);
    expect(readJson(join(folder, 'told/results.json'))).toEqual(results);
    expect(existsSync(join(folder, 'told/metadata.xml'))).toBe(true);
    expect(status).toBe(1);
  });

  it('warns where a vocabulary has no container, which dd takes for an error', () => {
    const text = documentWith('<Schema Namespace="v"><Term Name="T" Type="Edm.String"/></Schema>');
    expect(validate(text).status).toBe(0);
    const { folder } = validate(text);
    expect(commandLine(folder, 'dd', '--metadata', 'wine.xml').status).toBe(1);
  });

  it.each([
    ['a file that is not there', [], 'error: gone.xml: There is no such file. Check the path.\n'],
    ['JSON', '{}', 'error: wine.xml: The file is JSON, not XML. The JSON form of CSDL is not read.'],
    ['HTML', '<html></html>', 'error: wine.xml: '],
  ])('ends with 2 for %s', (_, content, message) => {
    const folder = temporaryFolder();
    if (typeof content === 'string') writeFileSync(join(folder, 'wine.xml'), content);
    const name = typeof content === 'string' ? 'wine.xml' : 'gone.xml';
    const { status, stdout, stderr } = commandLine(folder, 'metadata', 'validate', name);
    expect(stdout).toBe('');
    expect(stderr.startsWith(message)).toBe(true);
    expect(status).toBe(2);
  });

  it('takes EDMX that is cut short for what is tested', () => {
    const { status, stdout } = validate(GOOD.slice(0, 200));
    expect(stdout).toContain('edmx/well-formed');
    expect(stdout).toMatch(/^ {2}metadata {4}failed +0 +1 +14 +0$/m);
    expect(status).toBe(1);
  });
});

describe('metadata validate on a server', () => {
  async function sandbox(options: Parameters<typeof startSandbox>[0]): Promise<string> {
    const running = await startSandbox({ records: 5, ...options });
    onTestFinished(() => running.close());
    return running.url;
  }

  it.each(['', '/', '/$metadata'])('takes the service root followed by "%s"', async (rest) => {
    const url = await sandbox({ token: 'let-me-in' });
    const { status, stdout } = await startCommandLine(
      temporaryFolder(),
      { RESO_TOKEN: 'let-me-in' },
      ...['metadata', 'validate', `${url}${rest}`, '--quiet'],
    );
    expect(stdout).toContain('PASSED  0 errors');
    expect(status).toBe(0);
  });

  it('judges the answer too', async () => {
    const url = await sandbox({
      token: 'let-me-in',
      faults: ['metadata-no-odata-version', 'service-document-mismatch'],
    });
    const { status, stdout } = await startCommandLine(
      temporaryFolder(),
      {},
      ...['metadata', 'validate', url, '--token', 'let-me-in', '--format', 'json', '--quiet'],
    );
    const { findings } = JSON.parse(stdout) as Results;
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error edmx/odata-version-header',
      'warning edmx/service-document',
    ]);
    expect(status).toBe(1);
  });

  it('fails a standard resource that the service document names and the metadata lacks', async () => {
    const server = createServer((request, response) => {
      const isMetadata = request.url === '/$metadata';
      response.writeHead(200, {
        'content-type': isMetadata ? 'application/xml' : 'application/json',
        'odata-version': '4.0',
      });
      const names = ['Member', 'Wine'];
      response.end(isMetadata ? GOOD : JSON.stringify({ value: names.map((name) => ({ name, url: name })) }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { status, stdout } = await startCommandLine(
      temporaryFolder(),
      {},
      ...['metadata', 'validate', url, '--format', 'json', '--quiet'],
    );
    const { findings } = JSON.parse(stdout) as Results;
    expect(findings.map(({ rule, severity, subject }) => `${severity} ${rule} ${subject.resource}`)).toEqual([
      'error edmx/standard-resource Member',
      'warning edmx/service-document Wine',
    ]);
    expect(status).toBe(1);
  });

  it('asks a server without credentials where none are given, and says so where it needs them', async () => {
    const url = await sandbox({ token: 'let-me-in' });
    const { status, stdout } = await startCommandLine(
      temporaryFolder(),
      {},
      'metadata',
      'validate',
      url,
      '--quiet',
    );
    expect(stdout).toContain(
      'it shows this to nobody without credentials. Give a token, or client credentials.',
    );
    expect(status).toBe(2);
  });
});
