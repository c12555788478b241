import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/reports/results.js';
import { schemaErrors } from '../reports/results-schema.js';
import { annotated, edmx, entityType, enumType, property } from '../scenarios/edmx.js';
import { commandLine, readJson } from './command-line.js';
import { folderWith } from './folder-with.js';

const GOOD = edmx({ property: [property('ListPrice', 'Edm.Decimal')] });
const BAD = edmx({ property: [property('ListPrice', 'Edm.String')] });

describe('dd --metadata', () => {
  it('passes metadata without faults and writes every result file', () => {
    const folder = folderWith({ 'metadata.xml': GOOD });
    const { status, stdout, stderr } = commandLine(
      folder,
      'dd',
      '--metadata',
      'metadata.xml',
      '--resource',
      'Property',
    );
    expect(stderr).toBe(
      'metadata: passed in 0.0 s\nlookups: out of scope in 0.0 s\nscenarios: passed in 0.0 s\nvariations: passed in 0.0 s\nsampling: out of scope in 0.0 s\nvalidation: out of scope in 0.0 s\n',
    );
    expect(stdout).toMatchInlineSnapshot(`
      "reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      metadata.xml

      Steps                       passed  failed  not evaluated  not applicable
        metadata    passed            15       0              0               0
        lookups     out of scope
        scenarios   passed           225       0              0            1601
        variations  passed             3       0              0             147
        sampling    out of scope
        validation  out of scope
        653 scenarios ran

      Out of scope
        step lookups: not chosen by --resource or --tags
        scenarios of resources other than Property: not chosen by --resource
        sampling: a file holds no records
        validation: a file holds no records

      Time  start-up 0.0 s, load dictionary 0.0 s, open input 0.0 s, step metadata 0.0 s, step lookups 0.0 s, cucumber 0.0 s, step scenarios 0.0 s, step variations 0.0 s, step sampling 0.0 s, step validation 0.0 s, whole run 0.0 s

      PASSED  0 errors, 0 warnings, 0 infos

      Results: results
      "
    `);
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'results')).sort()).toEqual([
      'data-dictionary-2.0.html',
      'data-dictionary-2.0.json',
      'data-dictionary-variations.json',
      'metadata-report.json',
      'metadata.xml',
      'results.json',
    ]);
    expect(readFileSync(join(folder, 'results/metadata.xml'), 'utf8')).toBe(GOOD);
  });

  it('fails on an error, says what, where and how to mend it, and results.json holds the same', () => {
    const folder = folderWith({ 'metadata.xml': BAD });
    const { status, stdout } = commandLine(
      folder,
      'dd',
      '--metadata',
      'metadata.xml',
      '--resource',
      'Property',
    );
    expect(status).toBe(1);
    expect(stdout).toContain(`Errors
  dd/field-type  reso-certify explain dd/field-type
    Property.ListPrice  metadata.xml:9:1
      Property.ListPrice is declared as Edm.String, but its Data Dictionary type is Decimal. Declare it as Edm.Decimal or Edm.Double.`);
    const results = readJson(join(folder, 'results/results.json')) as Results;
    expect(results.findings).toEqual([
      {
        rule: 'dd/field-type',
        severity: 'error',
        subject: { resource: 'Property', field: 'ListPrice' },
        message:
          'Property.ListPrice is declared as Edm.String, but its Data Dictionary type is Decimal. Declare it as Edm.Decimal or Edm.Double.',
        expected: 'Edm.Decimal or Edm.Double',
        found: 'Edm.String',
        location: { file: 'metadata.xml', line: 9, column: 1 },
        specification: 'https://dd.reso.org/DD2.0/Property/ListPrice/',
      },
    ]);
    expect([results.verdict, results.exitCode]).toEqual(['failed', 1]);
  });

  it('judges a closed lookup of hundreds of values, and names the first of them', () => {
    const zones = Array.from({ length: 30 }, (_, at) => `Zone${at}`);
    const folder = folderWith({
      'metadata.xml': edmx({
        property: [property('PropertyTimeZoneName', 'org.test.Z')],
        schema: enumType('Z', zones),
      }),
    });
    const { status } = commandLine(folder, 'dd', '--metadata', 'metadata.xml', '--quiet');
    const { findings } = readJson(join(folder, 'results/results.json')) as Results;
    expect(findings).toHaveLength(zones.length);
    expect(findings[0]?.rule).toBe('dd/closed-enumeration');
    expect(findings[0]?.expected).toMatch(/^Africa\/Abidjan, (?:[\w/]+, ){18}[\w/]+ and 462 more$/);
    expect(status).toBe(1);
  });

  it('judges closed lookups by Lookup rows and merges them into the report', () => {
    const status = annotated('StandardStatus', 'Edm.String', 'StandardStatus');
    const rows = [
      { LookupKey: '1', LookupName: 'StandardStatus', LookupValue: 'Active', StandardLookupValue: 'Active' },
      { LookupKey: '2', LookupName: 'StandardStatus', LookupValue: 'Sold' },
    ];
    const folder = folderWith({
      'metadata.xml': edmx({ property: [status] }),
      'lookups.json': JSON.stringify({ value: rows }),
    });
    const words = [
      '--metadata',
      'metadata.xml',
      '--lookups',
      'lookups.json',
      '--resource',
      'Property',
      'Lookup',
    ];
    const ended = commandLine(folder, 'dd', ...words, '--format', 'json', '--quiet');
    const results = JSON.parse(ended.stdout) as Results;
    expect(results.findings.map(({ rule, subject }) => ({ rule, subject }))).toEqual([
      { rule: 'lookup/closed-enumeration', subject: { lookup: 'StandardStatus', value: 'Sold' } },
    ]);
    expect(results.steps.map(({ name, status: ended }) => [name, ended])).toEqual([
      ['metadata', 'passed'],
      ['lookups', 'passed'],
      ['scenarios', 'failed'],
      ['variations', 'passed'],
      ['sampling', 'out of scope'],
      ['validation', 'out of scope'],
    ]);
    const typeIn = (file: string) =>
      (
        readJson(join(folder, 'results', file)) as { fields: { fieldName: string; type: string }[] }
      ).fields.find(({ fieldName }) => fieldName === 'StandardStatus')?.type;
    expect(typeIn('metadata-report.json')).toBe('StandardStatus');
    expect(typeIn('metadata-report.raw.json')).toBe('Edm.String');
    expect(readJson(join(folder, 'results/lookup-resource-lookup-metadata.json'))).toMatchObject({
      lookups: rows,
    });
  });

  it('moves the results of an earlier run away, and nothing else', () => {
    const folder = folderWith({ 'metadata.xml': GOOD });
    const words = ['dd', '--metadata', 'metadata.xml', '--steps', 'metadata', '--out', 'out'];
    expect(commandLine(folder, ...words).status).toBe(0);
    writeFileSync(join(folder, 'out/notes.txt'), 'mine');
    expect(commandLine(folder, ...words).status).toBe(0);
    const [archived = ''] = readdirSync(join(folder, 'out/archived'));
    expect(readdirSync(join(folder, 'out/archived', archived)).sort()).toEqual([
      'metadata-report.json',
      'metadata.xml',
      'results.json',
    ]);
    expect(existsSync(join(folder, 'out/notes.txt'))).toBe(true);
  });

  it('runs only the steps that are chosen, and says so', () => {
    const folder = folderWith({ 'metadata.xml': BAD });
    const { status } = commandLine(folder, 'dd', '--metadata', 'metadata.xml', '--steps', 'metadata');
    const { steps, outOfScope } = readJson(join(folder, 'results/results.json')) as Results;
    const ran = steps.filter((step) => step.status !== 'out of scope');
    expect(ran.map(({ name, status }) => [name, status])).toEqual([['metadata', 'passed']]);
    expect(outOfScope).toContainEqual({ what: 'step scenarios', reason: 'not chosen by --steps' });
    expect(status).toBe(0);
  });

  it('runs only the scenarios that a tag expression matches', () => {
    const folder = folderWith({ 'metadata.xml': GOOD });
    commandLine(folder, 'dd', '--metadata', 'metadata.xml', '--tags', '@IDX and @Property');
    const { scenarios } = readJson(join(folder, 'results/results.json')) as Results;
    expect(scenarios.run).toBe(153);
  });

  it.each([
    ['passed', GOOD, []],
    ['failed', BAD, []],
    ['failed', GOOD.slice(0, 600), []],
    ['failed', edmx({ property: [property('ListPrise', 'Edm.Decimal')] }), []],
    ['incomplete', edmx({}).replaceAll('Property"', 'Wombat"'), []],
    [
      'failed',
      edmx({ property: [property('StandardStatus', 'org.test.S')], schema: enumType('S', ['Actve']) }),
      ['--profile', 'specification'],
    ],
  ])('writes results that fit their schema: %s', (verdict, document, more) => {
    const folder = folderWith({ 'metadata.xml': document });
    commandLine(folder, 'dd', '--metadata', 'metadata.xml', '--resource', 'Property', ...more);
    const results = readJson(join(folder, 'results/results.json')) as Results;
    expect(schemaErrors(results)).toEqual([]);
    expect(results.verdict).toBe(verdict);
  });

  it('shows no control characters of a hostile name', () => {
    const hostile = property('StandardStatus', 'org.test.S');
    const type = enumType('S', ['A=\u009b31mActive\u202e']);
    const folder = folderWith({ 'metadata.xml': edmx({ property: [hostile], schema: type }) });
    const { stdout } = commandLine(folder, 'dd', '--metadata', 'metadata.xml', '--resource', 'Property');
    expect(stdout).toContain('\\u{9b}31mActive\\u{202e}');
    expect(stdout).not.toMatch(/[\u009b\u202e]/);
  });
});

describe('what cannot be assessed', () => {
  const files = {
    'metadata.xml': GOOD,
    'empty.xml': '',
    'blank.xml': ' \n ',
    'metadata.json': '{"$Version": "4.01"}',
    'page.xml': '<!DOCTYPE html><html></html>',
    'other.xml': '<?xml version="1.0"?>\n<Atom/>',
    'text.xml': 'hello',
    'wombats.xml': edmx({}).replaceAll('Property"', 'Wombat"'),
    'rows.json': '{"lookups": [1]}',
  };

  it.each([
    [
      'no input',
      ['dd'],
      'There is nothing to assess. Give one of --metadata FILE, --url URI, --resoscript FILE and --config FILE.',
    ],
    ['a missing file', ['dd', '--metadata', 'nowhere.xml'], 'nowhere.xml: There is no such file.'],
    ['a folder', ['dd', '--metadata', '.'], '.: This is a folder.'],
    ['an empty file', ['dd', '--metadata', 'empty.xml'], 'empty.xml: The file is empty.'],
    ['a blank file', ['dd', '--metadata', 'blank.xml'], 'blank.xml: The file is empty.'],
    ['JSON', ['dd', '--metadata', 'metadata.json'], 'metadata.json: The file is JSON, not XML.'],
    ['a web page', ['dd', '--metadata', 'page.xml'], 'page.xml: The file is an HTML page (line 1)'],
    ['another root', ['dd', '--metadata', 'other.xml'], 'other.xml: The root element is "<Atom>" (line 2)'],
    ['no XML', ['dd', '--metadata', 'text.xml'], 'text.xml: The file is not XML'],
    ['rows that are none', ['dd', '--metadata', 'metadata.xml', '--lookups', 'rows.json'], 'rows.json: '],
    ['an unknown option', ['dd', '--metdata', 'x'], "unknown option '--metdata'"],
    ['an unknown command', ['assess'], "unknown command 'assess'"],
    [
      'an unknown version',
      ['dd', '--metadata', 'metadata.xml', '--dd-version', '9.9'],
      'There is no Data Dictionary 9.9. There are 1.7, 2.0, 2.1.',
    ],
    [
      'an unknown profile',
      ['dd', '--metadata', 'metadata.xml', '--profile', 'spec'],
      '--profile: "spec" is not known.',
    ],
    [
      'an unknown step',
      ['dd', '--metadata', 'metadata.xml', '--steps', 'lookup'],
      '--steps: "lookup" is not known. Did you mean "lookups"?',
    ],
    [
      'lookups without rows',
      ['dd', '--metadata', 'metadata.xml', '--steps', 'lookups'],
      '--steps: The lookups step has no rows to look at. Give them with --lookups FILE.',
    ],
    [
      'an unknown resource',
      ['dd', '--metadata', 'metadata.xml', '--resource', 'Propety'],
      'has no resource "Propety". Did you mean "Property"',
    ],
    [
      'an unknown tag',
      ['dd', '--metadata', 'metadata.xml', '--tags', '@IDXX'],
      '"@IDXX" matches no scenario. There is no @IDXX. Did you mean "IDX"?',
    ],
    [
      'tags that never meet',
      ['dd', '--metadata', 'metadata.xml', '--tags', '@Property and @Member'],
      'no scenario bears them in this combination',
    ],
    [
      'a bad tag expression',
      ['dd', '--metadata', 'metadata.xml', '--tags', '@IDX and'],
      'is no tag expression',
    ],
    [
      'a file as result folder',
      ['dd', '--metadata', 'metadata.xml', '--out', 'empty.xml'],
      'empty.xml: The result folder cannot be used',
    ],
  ])('%s: exit 2 and a clear message', (_what, words, message) => {
    const { status, stdout, stderr } = commandLine(folderWith(files), ...words);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('metadata without a standard resource: exit 2, and the results say why', () => {
    const folder = folderWith(files);
    const { status, stdout } = commandLine(folder, 'dd', '--metadata', 'wombats.xml');
    expect(stdout).toContain(
      'The metadata declares no resource of Data Dictionary 2.0, and none with a name near to one.',
    );
    expect(status).toBe(2);
    const { runError, verdict } = readJson(join(folder, 'results/results.json')) as Results;
    expect([verdict, runError?.kind]).toEqual(['incomplete', 'configuration']);
  });

  it('a near name of a standard resource is a finding: exit 1', () => {
    const near = edmx({ propertySet: '' }).replaceAll('"Property"', '"Properties"');
    const folder = folderWith({ 'metadata.xml': near });
    const { status, stdout } = commandLine(folder, 'dd', '--metadata', 'metadata.xml');
    expect(stdout).toContain('The resource "Properties" is nearly the standard resource "Property"');
    expect(status).toBe(1);
  });

  it('EDMX beyond the size that is read is what is being tested: exit 1', () => {
    const folder = folderWith({ 'metadata.xml': '<edmx:Edmx ' });
    truncateSync(join(folder, 'metadata.xml'), 100 * 1024 * 1024);
    const { status, stdout } = commandLine(folder, 'dd', '--metadata', 'metadata.xml');
    expect(stdout).toMatch(
      /edmx\/well-formed[\s\S]*metadata\.xml:1:1\n.*The document is larger than 67108864 bytes/,
    );
    expect(status).toBe(1);
    expect(readdirSync(join(folder, 'results'))).not.toContain('metadata.xml');
  });

  it('malformed EDMX is what is being tested: exit 1, with its place', () => {
    const folder = folderWith({ 'metadata.xml': GOOD.replace('</EntityType>', '</Entity>') });
    const { status, stdout } = commandLine(folder, 'dd', '--metadata', 'metadata.xml');
    expect(stdout).toMatch(/edmx\/well-formed.*\n.*metadata\.xml:10:\d+/);
    expect(status).toBe(1);
  });
});

describe('expansions offline', () => {
  it('count as resources where only their type is declared', () => {
    const document = edmx({ schema: entityType('Media', [property('MediaURL', 'Edm.Int32')]) });
    const folder = folderWith({ 'metadata.xml': document });
    const { status, stdout } = commandLine(folder, 'dd', '--metadata', 'metadata.xml', '--resource', 'Media');
    expect(stdout).toContain('Media.MediaURL is declared as Edm.Int32');
    expect(status).toBe(1);
  });
});
