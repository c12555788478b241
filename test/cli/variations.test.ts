import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/reports/results.js';
import type { VariationsReport } from '../../src/variations/variations-report.js';
import { schemaErrors, variationsSchemaErrors } from '../reports/results-schema.js';
import {
  annotated,
  type EdmxParts,
  edmx,
  entitySet,
  entityType,
  enumType,
  property,
} from '../scenarios/edmx.js';
import { commandLine, readJson } from './command-line.js';
import { folderWith } from './folder-with.js';

/** Something near of every kind, and a value that no spreadsheet should run. */
const NEAR: EdmxParts = {
  property: [
    property('ListPrise', 'Edm.Decimal'),
    property('Agent', 'Edm.String'),
    property('Citi', 'Edm.String'),
    property('Cooling', 'Collection(org.test.C)'),
    annotated('Heating', 'Collection(Edm.String)', 'Heating'),
    '<NavigationProperty Name="OpenHoses" Type="Collection(org.test.Property)"/>',
  ],
  schema: [...enumType('C', ['CentralAyr', 'X_Fan=Ceiling Fans']), ...entityType('Medias')],
  container: [entitySet('Medias')],
};
const ROWS = [{ LookupName: 'Heating', LookupValue: '=Electric' }];
const FILES = { 'metadata.xml': edmx(NEAR), 'lookups.json': JSON.stringify(ROWS) };
const ALL = ['metadata.xml', '--lookups', 'lookups.json'];

const resultsOf = (folder: string, out = 'results') => readJson(join(folder, out, 'results.json')) as Results;
const reportOf = (folder: string, out = 'results') =>
  readJson(join(folder, out, 'data-dictionary-variations.json')) as VariationsReport;

describe('variations', () => {
  it('shows ranked tables and writes the report and the results', () => {
    const folder = folderWith(FILES);
    const { status, stdout, stderr } = commandLine(folder, 'variations', ...ALL);
    expect(stderr).toBe('metadata: passed in 0.0 s\nvariations: failed in 0.0 s\n');
    expect(stdout).toMatchInlineSnapshot(`
      "reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      metadata.xml

      Variations  8 local elements near to standard ones

        Resources (1)
          Local   Standard  Why               Where    Standard's page
          Medias  Media     Substring, close  line 25  https://dd.reso.org/DD2.0/Media/

        Fields (3)
          Local               Standard        Why                             Distance  Where    Standard's page
          Property.ListPrise  ListPrice       Edit Distance, close            1 of 2    line 9   https://dd.reso.org/DD2.0/Property/ListPrice/
          Property.Citi       City            Edit Distance, close, advisory  1 of 1    line 11  https://dd.reso.org/DD2.0/Property/City/
          Property.Agent      ListAgentAOR    Substring, advisory                       line 10  https://dd.reso.org/DD2.0/Property/ListAgentAOR/
                              ListAgentFax    Substring, advisory                                https://dd.reso.org/DD2.0/Property/ListAgentFax/
                              ListAgentKey    Substring, advisory                                https://dd.reso.org/DD2.0/Property/ListAgentKey/
                              … and 101 more

        Expansions (1)
          Local               Standard    Why                   Distance  Where    Standard's page
          Property.OpenHoses  OpenHouses  Edit Distance, close  1 of 2    line 14  https://dd.reso.org/DD2.0/Property/OpenHouses/

        Lookup values (3)
          Local                  Standard        Why                   Distance  Where    Standard's page
          C = "Ceiling Fans"     Ceiling Fan(s)  Exact                           line 18  https://dd.reso.org/DD2.0/lookups/Cooling/Ceiling%20Fan(s)/
          Heating = "=Electric"  Electric        Exact                                    https://dd.reso.org/DD2.0/lookups/Heating/Electric/
          C = "CentralAyr"       CentralAir      Edit Distance, close  1 of 2    line 17  https://dd.reso.org/DD2.0/lookups/Cooling/Central%20Air/

        Rename what is meant to be standard. Settle what is something else:
        --export-mappings FILE (in variations and rcf) writes a row for each. Give it
        Ignore and a Reason, and the file back with --mappings FILE.
        Advisory: the ratified text would let it pass, but RESO's tools fail on it.

      Steps                       passed  failed  not evaluated  not applicable
        metadata    passed            15       0              0               0
        variations  failed           261       5              0             571

      Time  start-up 0.0 s, open input 0.0 s, load dictionary 0.0 s, step metadata 0.0 s, step variations 0.0 s, whole run 0.0 s

      FAILED  8 errors, 0 warnings, 0 infos

      Results: results
      "
    `);
    expect(status).toBe(1);
    expect(readdirSync(join(folder, 'results')).sort()).toEqual([
      'data-dictionary-variations.json',
      'results.json',
    ]);
    expect(schemaErrors(resultsOf(folder))).toEqual([]);
    expect(variationsSchemaErrors(reportOf(folder))).toEqual([]);
  });

  it('passes where nothing is near, and still writes the report', () => {
    const folder = folderWith({ 'metadata.xml': edmx({}) });
    const { status, stdout } = commandLine(folder, 'variations', 'metadata.xml', '--quiet');
    expect(stdout).toContain('PASSED  0 errors, 0 warnings, 0 infos');
    expect(reportOf(folder).variations).toEqual({
      resources: [],
      fields: [],
      lookups: [],
      expansions: [],
      complexTypes: [],
    });
    expect(status).toBe(0);
  });

  it('finds the same in EDMX, in its metadata report and in the folder of a run', () => {
    const folder = folderWith(FILES);
    commandLine(folder, 'metadata', 'report', ...ALL, '--out', 'report');
    commandLine(folder, 'dd', '--metadata', ...ALL, '--out', 'run', '--steps', 'metadata,lookups');
    const found = ['metadata.xml --lookups lookups.json', 'report/metadata-report.json', 'report', 'run'].map(
      (path) => {
        const { status } = commandLine(folder, 'variations', ...path.split(' '), '--out', 'out', '--quiet');
        expect(status).toBe(1);
        return reportOf(folder, 'out').variations;
      },
    );
    for (const variations of found) expect(variations).toEqual(found[0]);
    expect(found[0]?.lookups).toHaveLength(3);
  });

  it("takes a report of RESO's own tool", () => {
    const report = {
      description: 'RESO Data Dictionary Metadata Report',
      version: '1.7',
      generatedOn: '2024-01-01T00:00:00.000Z',
      fields: [
        { resourceName: 'Property', fieldName: 'ListPrise', type: 'Edm.Decimal' },
        { resourceName: 'Property', fieldName: 'Cooling', type: 'org.test.C', isCollection: true },
        { resourceName: 'Medias', fieldName: 'MediaKey', type: 'Edm.String' },
      ],
      lookups: [{ lookupName: 'org.test.C', lookupValue: 'CentralAyr', type: 'Edm.Int32' }],
    };
    const folder = folderWith({ 'report.json': JSON.stringify(report) });
    expect(commandLine(folder, 'variations', 'report.json').status).toBe(0);
    const { findings, dictionary } = resultsOf(folder);
    expect(dictionary.version).toBe('1.7');
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'variations/field warning',
      'variations/lookup warning',
      'variations/resource warning',
    ]);
  });

  it('prints the results as JSON where asked, and nothing else', () => {
    const folder = folderWith(FILES);
    const { stdout, stderr } = commandLine(
      folder,
      'variations',
      'metadata.xml',
      '--format',
      'json',
      '--quiet',
    );
    expect(JSON.parse(stdout)).toEqual(resultsOf(folder));
    expect(stderr).toBe('');
  });

  it.each<[string, string[], number, string]>([
    ['only warns when not strict', ['--no-strict'], 0, '0 errors, 8 warnings'],
    [
      'lets the ratified text decide in the specification profile',
      ['--profile', 'specification'],
      1,
      '6 errors, 2 warnings',
    ],
    ['compares with the version asked for', ['--dd-version', '1.7'], 0, '0 errors, 8 warnings'],
    ['takes another fuzziness', ['--fuzziness', '0'], 1, '4 errors, 0 warnings'],
  ])('%s', (_what, words, status, counts) => {
    const folder = folderWith(FILES);
    const ended = commandLine(folder, 'variations', ...ALL, ...words);
    expect(ended.stdout).toContain(counts);
    expect(ended.status).toBe(status);
  });

  it('judges listed synonyms and closed lookups too', () => {
    const parts = {
      property: [property('AskingPrice', 'Edm.Decimal'), property('StandardStatus', 'org.test.S')],
      schema: enumType('S', ['Active', 'Actve']),
    };
    const folder = folderWith({ 'metadata.xml': edmx(parts) });
    const { stdout, status } = commandLine(folder, 'variations', 'metadata.xml');
    expect(stdout).toContain('"AskingPrice" in Property is a listed synonym of ListPrice');
    expect(stdout).toContain('"Actve" is no standard value of Property.StandardStatus');
    expect(reportOf(folder).variations).toMatchObject({ fields: [], lookups: [] });
    expect(status).toBe(1);
  });

  it('is incomplete where something could not be judged', () => {
    const folder = folderWith({ 'metadata.xml': edmx({ property: [property('Cooling', 'Edm.Boolean')] }) });
    const { status, stderr } = commandLine(folder, 'variations', 'metadata.xml', '--verbose');
    expect(stderr).toContain(
      'not evaluated: variations/lookup Property.Cooling: dd/field-type on Property.Cooling blocks it',
    );
    expect(status).toBe(2);
  });

  it('is incomplete where nothing standard is declared, and still writes the report', () => {
    const folder = folderWith({
      'wombats.xml': edmx({}).replaceAll('Property"', 'Wombat"'),
    });
    const { status, stdout } = commandLine(folder, 'variations', 'wombats.xml');
    expect(stdout).toContain(
      'The metadata declares no resource of Data Dictionary 2.0, and none with a name near to one.',
    );
    expect(reportOf(folder).variations.fields).toEqual([]);
    expect(status).toBe(2);
  });

  it('judges nothing by half of the Lookup rows of an earlier run', () => {
    const folder = folderWith({
      'metadata.xml': FILES['metadata.xml'],
      'lookup-resource-lookup-metadata.json': FILES['lookups.json'],
      'results.json': JSON.stringify({ checks: [{ rule: 'lookup/replication-count', verdict: 'failed' }] }),
    });
    commandLine(folder, 'variations', '.', '--out', 'out');
    const { checks } = resultsOf(folder, 'out');
    expect(checks.filter(({ verdict }) => verdict === 'not evaluated')).toEqual([
      {
        rule: 'variations/lookup',
        subject: { resource: 'Property', field: 'Heating' },
        verdict: 'not evaluated',
        reason: 'lookup/replication-count blocks it: not all rows came, says results.json',
      },
    ]);
  });

  it('says what malformed EDMX is, and judges nothing by it', () => {
    const folder = folderWith({ 'cut.xml': edmx(NEAR).slice(0, 700) });
    const { status, stdout } = commandLine(folder, 'variations', 'cut.xml');
    expect(stdout).toContain('edmx/well-formed');
    expect(existsSync(join(folder, 'results/data-dictionary-variations.json'))).toBe(false);
    const { checks } = resultsOf(folder);
    expect(
      new Set(checks.filter(({ rule }) => rule.startsWith('variations/')).map(({ verdict }) => verdict)),
    ).toEqual(new Set(['not evaluated']));
    expect(status).toBe(1);
  });

  it('leaves the results of the run alone whose folder it reads', () => {
    const folder = folderWith(FILES);
    commandLine(folder, 'dd', '--metadata', ...ALL, '--steps', 'metadata,lookups', '--quiet');
    const before = readFileSync(join(folder, 'results/results.json'), 'utf8');
    for (const path of ['results', 'results/metadata-report.json', 'results/metadata.xml']) {
      const { status, stderr } = commandLine(folder, 'variations', path);
      expect(stderr).toContain('only data-dictionary-variations.json was written there');
      expect(status).toBe(1);
    }
    expect(readFileSync(join(folder, 'results/results.json'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'results/archived'))).toBe(false);
    expect(reportOf(folder).variations.fields).toHaveLength(3);
  });

  it('moves results of an earlier run away elsewhere', () => {
    const folder = folderWith(FILES);
    for (const _time of [1, 2]) commandLine(folder, 'variations', 'metadata.xml', '--quiet');
    expect(readdirSync(join(folder, 'results/archived'))).toHaveLength(1);
  });

  it('shows no control characters of a hostile name, in tables and notes', () => {
    const hostile = {
      property: [property('Cooling', 'Collection(org.test.C)')],
      schema: enumType('C', ['A=Central\u009b Ayr\u202e']),
    };
    const folder = folderWith({
      'metadata.xml': edmx(hostile),
      'm.csv': 'Resource Name\n"a\u001b[31mb"\n',
    });
    const { stdout } = commandLine(folder, 'variations', 'metadata.xml', '--mappings', 'm.csv');
    expect(stdout).toContain('C = "Central\\u{9b} Ayr\\u{202e}"');
    expect(stdout).toContain('a\\u{1b}[31mb');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
    expect(stdout).not.toMatch(/[\u001b\u009b\u202e]/);
  });

  it('folds what is too much to read', () => {
    const many = Array.from({ length: 130 }, (_, at) => property(`ListPrice${at}`, 'Edm.Decimal'));
    const folder = folderWith({ 'metadata.xml': edmx({ property: many }) });
    const { stdout } = commandLine(folder, 'variations', 'metadata.xml');
    expect(stdout).toContain('  Fields (130)\n');
    expect(stdout).toContain('    … and 30 more (Property 30), all in data-dictionary-variations.json\n');
    expect(stdout.match(/Property\.ListPrice\d+ /g)).toHaveLength(100);
  });
});

/** Marks every row of an exported file with Ignore and a reason. */
function ignoreAll(file: string): void {
  const [heading = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(heading.endsWith('Source,Ignore,Reason,Expires')).toBe(true);
  const ignored = rows.map((row) => row.replace(/,,,$/, ',yes,"no, it is ours",'));
  writeFileSync(file, `${[heading, ...ignored].join('\n')}\n`);
}

describe('round trip', () => {
  it('exports, is filled in, read back, and the run passes, scenarios included', () => {
    const folder = folderWith(FILES);
    commandLine(folder, 'variations', ...ALL, '--export-mappings', 'mappings.csv');
    expect(readFileSync(join(folder, 'mappings.csv'), 'utf8')).toMatchInlineSnapshot(`
      "Resource Name,Field Name,Lookup Value,Suggested Resource Name,Suggested Field Name,Suggested Lookup Value,Suggested Related Resource Name,Suggested Related Field Name,Suggested Related Lookup Value,Outcome,Source,Ignore,Reason,Expires
      Medias,,,Media,,,,,,,,,,
      Property,ListPrise,,Property,ListPrice,,,,,,,,,
      Property,Agent,,Property,ListAgentAOR,,,,,,,,,
      Property,Citi,,Property,City,,,,,,,,,
      Property,OpenHoses,,Property,OpenHouses,,,,,,,,,
      Property,Cooling,CentralAyr,Property,Cooling,CentralAir,,,,,,,,
      Property,Cooling,Ceiling Fans,Property,Cooling,Ceiling Fan(s),,,,,,,,
      Property,Heating,'=Electric,Property,Heating,Electric,,,,,,,,
      "
    `);
    ignoreAll(join(folder, 'mappings.csv'));

    const ended = commandLine(folder, 'variations', ...ALL, '--mappings', 'mappings.csv');
    expect(ended.stdout).toContain('Mappings  mappings.csv: 8 entries, 8 elements ignored\n');
    expect(ended.status).toBe(0);
    expect(reportOf(folder).ignored).toHaveLength(8);
    expect(reportOf(folder).ignored[0]).toEqual({ resourceName: 'Medias', reason: 'no, it is ours' });

    const dd = commandLine(folder, 'dd', '--metadata', ...ALL, '--mappings', 'mappings.csv', '--quiet');
    const { findings, steps, mappings } = resultsOf(folder);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(steps.map(({ name, status }) => [name, status])).toEqual(
      expect.arrayContaining([
        ['scenarios', 'passed'],
        ['variations', 'passed'],
        ['sampling', 'out of scope'],
        ['validation', 'out of scope'],
      ]),
    );
    expect(mappings).toMatchObject({ file: 'mappings.csv', entries: 8, ignored: 8, notes: [] });
    expect(schemaErrors(resultsOf(folder))).toEqual([]);
    expect(dd.status).toBe(0);
  });

  it('a suggestion that is left filled in stays open, in the scenarios too', () => {
    const folder = folderWith(FILES);
    commandLine(folder, 'variations', ...ALL, '--export-mappings', 'mappings.json');
    const { status } = commandLine(
      folder,
      'dd',
      '--metadata',
      ...ALL,
      '--mappings',
      'mappings.json',
      '--quiet',
    );
    const { findings } = resultsOf(folder);
    const near = findings.filter(({ suggestions }) => suggestions !== undefined);
    expect(near.map(({ rule, severity }) => `${rule} ${severity}`).sort()).toEqual([
      'dd/resource-synonym error',
      ...Array.from({ length: 3 }, () => 'dd/similar-lookup error'),
      ...Array.from({ length: 4 }, () => 'dd/similar-name error'),
    ]);
    expect(near.every(({ suggestions }) => suggestions?.[0]?.strategy === 'Suggestion')).toBe(true);
    expect(status).toBe(1);
  });

  it('passes where the only near name is that of a resource, but tests nothing by it in dd', () => {
    const folder = folderWith({
      'metadata.xml': edmx({}).replaceAll('Property"', 'Properties"'),
      'm.csv': 'Resource Name,Ignore,Reason\nProperties,yes,not real estate\n',
    });
    const words = ['metadata.xml', '--mappings', 'm.csv'];
    const ended = commandLine(folder, 'variations', ...words);
    expect(ended.stdout).toContain('PASSED  0 errors, 0 warnings, 0 infos');
    expect(ended.status).toBe(0);
    const dd = commandLine(folder, 'dd', '--metadata', ...words);
    expect(dd.stdout).toContain('and what has a name near to one is settled as something else.');
    expect(dd.status).toBe(2);
  });

  it('keeps what was decided when it exports again', () => {
    const folder = folderWith(FILES);
    writeFileSync(
      join(folder, 'mappings.csv'),
      'Resource Name,Field Name,Ignore,Reason\nElsewhere,A,yes,shared\nProperty,Agent,yes,"ours, really"\n',
    );
    const both = ['--mappings', 'mappings.csv', '--export-mappings', 'mappings.csv'];
    commandLine(folder, 'variations', ...ALL, ...both);
    const once = readFileSync(join(folder, 'mappings.csv'), 'utf8');
    expect(once.split('\n').slice(1, 4)).toEqual([
      'Elsewhere,A,,,,,,,,,,yes,shared,',
      'Property,Agent,,,,,,,,,,yes,"ours, really",',
      'Medias,,,Media,,,,,,,,,,',
    ]);
    expect(once.trimEnd().split('\n')).toHaveLength(10);
    commandLine(folder, 'variations', ...ALL, ...both);
    expect(readFileSync(join(folder, 'mappings.csv'), 'utf8')).toBe(once);
  });

  it('keeps the results of a run whose export cannot be written', () => {
    const folder = folderWith(FILES);
    const words = [...ALL, '--export-mappings', 'metadata.xml/mappings.csv'];
    const { status, stderr } = commandLine(folder, 'variations', ...words);
    expect(stderr).toContain('metadata.xml/mappings.csv: The file cannot be written');
    expect(resultsOf(folder).verdict).toBe('failed');
    expect(status).toBe(2);
  });

  it('tells expired and unused entries', () => {
    const folder = folderWith({
      ...FILES,
      'm.csv':
        'Resource Name,Field Name,Ignore,Reason,Expires\nProperty,Agent,yes,ours,2020-01-01\nProperty,Gone,yes,ours,\n',
    });
    const { stdout } = commandLine(folder, 'variations', 'metadata.xml', '--mappings', 'm.csv');
    expect(stdout).toContain(`Mappings  m.csv: 2 entries, 0 elements ignored
  m.csv:2  expired: Property.Agent: it counted until 2020-01-01
  m.csv:3  unused: Property.Gone: "Property" declares no "Gone"
`);
    const agent = resultsOf(folder).findings.find(({ subject }) => subject.field === 'Agent');
    expect(agent?.message).toContain('The entry that ignored it (m.csv:2) expired after 2020-01-01.');
  });
});

describe('what cannot be used: exit 2 and a clear message, and nothing is written', () => {
  const files = {
    ...FILES,
    'text.txt': 'hello',
    'rows.json': '[]',
    'bad.csv': 'Resource Name,Field Name,Suggested Field Name\nProperty,ListPrise,ListPryce\n',
    'decided.csv': 'Resource Name,Ignore\nA,yes\n',
    'notes.txt': 'Dear diary\n',
  };

  it.each<[string, string[], string]>([
    ['no path', [], "missing required argument 'path'"],
    ['no such path', ['nowhere.xml'], 'nowhere.xml: There is no such file.'],
    ['no metadata', ['text.txt'], 'text.txt: The file is not XML'],
    ['Lookup rows', ['rows.json'], 'rows.json: The file holds no object.'],
    [
      'a folder without metadata',
      ['empty'],
      'empty: The folder has neither metadata.xml nor metadata-report.json.',
    ],
    ['an unknown version', ['metadata.xml', '--dd-version', '3.0'], 'There is no Data Dictionary 3.0.'],
    ['an unknown profile', ['metadata.xml', '--profile', 'strict'], '--profile: "strict" is not known.'],
    [
      'a fuzziness above 1',
      ['metadata.xml', '--fuzziness', '1.5'],
      'It takes a number from 0 to 1, such as 0.25.',
    ],
    [
      'a fuzziness that is no number',
      ['metadata.xml', '--fuzziness', 'much'],
      'It takes a number from 0 to 1, such as 0.25.',
    ],
    [
      'mappings that are not standard',
      ['metadata.xml', '--mappings', 'bad.csv'],
      'bad.csv:2: There is no standard field "ListPryce" of Property in Data Dictionary 2.0. Did you mean "ListPrice"',
    ],
    [
      'no such mappings',
      ['metadata.xml', '--mappings', 'none.csv'],
      'none.csv: There is no such file. Check the path.',
    ],
    [
      'an export over decisions',
      ['metadata.xml', '--export-mappings', 'decided.csv'],
      'decided.csv: The file holds decisions, the first on line 2. Give it with --mappings too, and they are kept',
    ],
    [
      'an export over another file',
      ['metadata.xml', '--export-mappings', 'notes.txt'],
      'notes.txt:1: There is no column "Dear diary".',
    ],
  ])('%s', (_what, words, message) => {
    const folder = folderWith(files);
    mkdirSync(join(folder, 'empty'));
    const { status, stdout, stderr } = commandLine(folder, 'variations', ...words);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([status, stdout, existsSync(join(folder, 'results'))]).toEqual([2, '', false]);
  });

  it('dd refuses bad mappings too', () => {
    const folder = folderWith(files);
    const { status, stderr } = commandLine(
      folder,
      'dd',
      '--metadata',
      'metadata.xml',
      '--mappings',
      'bad.csv',
    );
    expect(stderr).toContain('bad.csv:2: There is no standard field "ListPryce"');
    expect([status, existsSync(join(folder, 'results'))]).toEqual([2, false]);
  });
});
