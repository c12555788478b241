import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/reports/results.js';
import { generateSchema } from '../../src/schema/generate/generate-schema.js';
import { schemaText } from '../../src/schema/generate/json-schema.js';
import { documentOf } from '../metadata/documents.js';
import { schemaErrors } from '../reports/results-schema.js';
import { temporaryFolder } from '../run/run-dd.js';
import { definitionsOf } from '../schema/payloads.js';
import { commandLine, type Ended, readJson } from './command-line.js';

const CONTENT = `
<EntityType Name="Property">
  <Key><PropertyRef Name="ListingKey"/></Key>
  <Property Name="ListingKey" Type="Edm.String" Nullable="false" MaxLength="5"/>
  <Property Name="ListPrice" Type="Edm.Decimal" Precision="14" Scale="2"/>
  <Property Name="Views" Type="Edm.Int64"/>
  <Property Name="MLSAreaMajor" Type="self.Area"/>
  <Property Name="City" Type="Edm.String" MaxLength="50"><Annotation Term="RESO.OData.Metadata.LookupName" String="City"/></Property>
  <NavigationProperty Name="Media" Type="Collection(self.Media)"/>
</EntityType>
<EntityType Name="Media">
  <Key><PropertyRef Name="MediaKey"/></Key>
  <Property Name="MediaKey" Type="Edm.String" Nullable="false"/>
</EntityType>
<EnumType Name="Area"><Member Name="North"/></EnumType>
<EntityContainer Name="C"><EntitySet Name="Property" EntityType="self.Property"/><EntitySet Name="Media" EntityType="self.Media"/></EntityContainer>`;
const METADATA = documentOf(CONTENT);

const SCHEMA = schemaText(generateSchema(definitionsOf(CONTENT, { City: ['Dawson City'] })));
const ROWS = '[{"LookupKey":"1","LookupName":"City","LookupValue":"Dawson City"}]';
/** The column of what comes last in a line. */
const columnOf = (line: string, what: string) => line.lastIndexOf(what) + 1;
const CONTEXT = '"@odata.context":"https://api.example.com/odata/$metadata#Property"';
/** A record with a key that is no text. */
const FAULTY = `{${CONTEXT},"ListingKey":1}`;

/** A folder with files in it, by their paths. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe('schema generate', () => {
  it('writes schema.json and says what is in it', () => {
    const folder = folderWith({ 'metadata.xml': METADATA, 'lookups.json': ROWS });
    const ended = commandLine(folder, 'schema', 'generate', 'metadata.xml', '--lookups', 'lookups.json');
    expect(ended).toEqual({
      status: 0,
      stdout: 'results/schema.json: 2 resources, 7 fields, 2 lookups\n',
      stderr: '',
    });
    expect(readJson(join(folder, 'results/schema.json'))).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $defs: { 'lookup:City': { enum: ['Dawson City'] } },
    });
  });

  it('says which values are not limited, for lack of rows', () => {
    const folder = folderWith({ 'metadata.xml': METADATA });
    const { status, stderr } = commandLine(folder, 'schema', 'generate', 'metadata.xml');
    expect(stderr).toBe(
      'The values of 1 annotated string fields are not limited, for lack of rows. Give the rows of the Lookup Resource with --lookups FILE.\n',
    );
    expect(status).toBe(0);
  });

  it('makes the same schema of the metadata report, and of a result folder, where the schema stays beside it', () => {
    const folder = folderWith({ 'metadata.xml': METADATA, 'lookups.json': ROWS });
    const run = (...words: string[]) => expect(commandLine(folder, ...words).status).toBe(0);
    run('schema', 'generate', 'metadata.xml', '--lookups', 'lookups.json', '--out', 'of-edmx');
    run('metadata', 'report', 'metadata.xml', '--lookups', 'lookups.json', '--out', 'report');
    run('schema', 'generate', 'report/metadata-report.json', '--out', 'of-report');
    run('schema', 'generate', 'report', '--out', 'report');
    const of = (name: string) => readFileSync(join(folder, name, 'schema.json'), 'utf8');
    expect(of('of-report')).toBe(of('of-edmx'));
    expect(of('report')).toBe(of('of-edmx'));
    expect(readdirSync(join(folder, 'report')).sort()).toEqual(['metadata-report.json', 'schema.json']);
  });

  it('prints the schema under --format json', () => {
    const folder = folderWith({ 'metadata.xml': METADATA });
    const { stdout } = commandLine(
      folder,
      'schema',
      'generate',
      'metadata.xml',
      '--format',
      'json',
      '--quiet',
    );
    expect(stdout).toBe(readFileSync(join(folder, 'results/schema.json'), 'utf8'));
  });

  it.each([
    ['what is not there', 'nothing.xml', 'There is no such file'],
    ['what is no metadata', 'page.html', 'page.html'],
    ['a folder without metadata', 'empty', 'neither metadata.xml nor metadata-report.json'],
  ])('refuses %s', (_what, path, message) => {
    const folder = folderWith({ 'page.html': '<html></html>', 'empty/x.txt': '' });
    const { status, stderr } = commandLine(folder, 'schema', 'generate', path);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe('schema validate', () => {
  function validate(files: Readonly<Record<string, string | Uint8Array>>, ...words: string[]) {
    const folder = folderWith({ ...files, 'schema.json': SCHEMA });
    const given = words.length === 0 ? Object.keys(files) : words;
    const ended = commandLine(folder, 'schema', 'validate', '--schema', 'schema.json', ...given);
    return { folder, ...ended };
  }

  function results({ folder }: { readonly folder: string }): Results {
    const written = readJson(join(folder, 'results/results.json')) as Results;
    expect(schemaErrors(written)).toEqual([]);
    return written;
  }

  const found = (ended: { readonly folder: string }) =>
    results(ended).findings.map(({ rule, subject, location }) => {
      const { resource, field, element } = subject;
      const place = location === undefined ? '' : ` ${location.line}:${location.column}`;
      return `${rule} ${element ?? `${resource}.${field}`}${place}`;
    });

  const told = ({ status, stdout, stderr }: Ended) => ({ status, stdout, stderr });

  it('passes payloads without faults', () => {
    const ended = validate({
      'a.json': `{${CONTEXT},"value":[{"ListingKey":"1","City":"Dawson City","ListPrice":1.50}]}`,
      'b.ndjson': `{${CONTEXT},"ListingKey":"1"}\n\n{${CONTEXT},"ListingKey":"2","Media":[{"MediaKey":"x"}]}\n`,
    });
    expect(told(ended)).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "Read 3 records in 2 files.
      validation: passed in 0.0 s
      ",
        "stdout": "reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      a.json, b.ndjson

      Steps                       passed  failed  not evaluated  not applicable
        validation  passed            21       0              0               4

      Time  start-up 0.0 s, step validation 0.0 s, whole run 0.0 s

      PASSED  0 errors, 0 warnings, 0 infos

      Results: results
      ",
      }
    `);
    expect(readdirSync(join(ended.folder, 'results')).sort()).toEqual(['results.json', 'schema.json']);
    expect(results(ended).input).toEqual({ payloads: ['a.json', 'b.ndjson'], schema: 'schema.json' });
  });

  it('says what is wrong, where, how often, and what to do', () => {
    const ended = validate({
      'a.json': `{${CONTEXT},"value":[
  {"ListingKey":"1","City":"Paris","ListPrice":"100"},
  {"ListingKey":"123456","Local":true,"MLSAreaMajor":"South",
   "Media":[{"MediaKey":null}]},
  {"ListPrice":0.125}
]}`,
    });
    expect(told(ended)).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "Read 3 records in 1 file.
      validation: failed in 0.0 s
      ",
        "stdout": "reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      a.json

      Errors
        payload/unadvertised-field  reso-certify explain payload/unadvertised-field
          Property.Local  a.json:3:26
            Property.Local is not advertised in the metadata, but is in the payload (once, such as ListingKey 123456). Declare the field in the metadata, or leave it out of the payload.
        payload/required  reso-certify explain payload/required
          Property.ListingKey  a.json:5:3
            Property.ListingKey is not nullable, but is missing (once). Send the field in each record, or declare it nullable.
        payload/max-length  reso-certify explain payload/max-length
          Property.ListingKey  a.json:3:17
            Property.ListingKey MUST have a maximum advertised length of 5 characters but found up to 6 characters (once, such as ListingKey 123456). Raise MaxLength to what the data needs, or shorten the values.
        payload/type  reso-certify explain payload/type
          Property.ListPrice  a.json:2:48
            Property.ListPrice MUST be number but found string (once, such as ListingKey 1). Send the JSON type of the declared type, or declare the type that is sent.
        payload/precision  reso-certify explain payload/precision
          Property.ListPrice  a.json:5:16
            Property.ListPrice MUST fit the advertised precision of 14 and scale of 2 (once). Raise Precision or Scale to what the data needs, or round the values.
        payload/enum  reso-certify explain payload/enum
          Property.City  a.json:2:28
            Property.City MUST be equal to one of the allowed values but found "Paris" (once, such as ListingKey 1). Advertise the value, or send one that is advertised, in the same spelling.
        payload/null  reso-certify explain payload/null
          Media.MediaKey  a.json:4:25
            Media.MediaKey in the expansion Media MUST be string but found null (once). Send a value, for a collection an empty array, or declare the field nullable.

      Warnings
        payload/enum  reso-certify explain payload/enum
          Property.MLSAreaMajor  a.json:3:54
            Property.MLSAreaMajor MUST be equal to one of the allowed values but found "South" (once, such as ListingKey 123456). Advertise the value, or send one that is advertised, in the same spelling. The field is exempt, so this only warns.

      Steps                       passed  failed  not evaluated  not applicable
        validation  failed            14       8              0               3

      Time  start-up 0.0 s, step validation 0.0 s, whole run 0.0 s

      FAILED  7 errors, 1 warning, 0 infos

      Results: results
      ",
      }
    `);
    expect(
      readJson(join(ended.folder, 'results/data-availability-schema-validation-errors.json')),
    ).toMatchObject({
      version: '2.0',
      totalErrors: 7,
      totalWarnings: 1,
    });
  });

  it('keeps a schema that lies among the results of an earlier run', () => {
    const folder = folderWith({ 'metadata.xml': METADATA, 'a.json': `{${CONTEXT},"ListingKey":"1"}` });
    commandLine(folder, 'schema', 'generate', 'metadata.xml');
    const again = () =>
      commandLine(folder, 'schema', 'validate', '--schema', 'results/schema.json', 'a.json');
    expect([again().status, again().status]).toEqual([0, 0]);
  });

  it('prints results.json under --format json', () => {
    const ended = validate({ 'a.json': `{${CONTEXT},"ListingKey":1}` }, 'a.json', '--format', 'json');
    expect(JSON.parse(ended.stdout)).toEqual(results(ended));
  });

  it.each([
    [
      '@reso.context in any case',
      '{"@reso.context":"URN:RESO:Metadata:1.7:Resource:mEDIA:x","MediaKey":"1"}',
    ],
    [
      '@reso.context before @odata.context',
      `{${CONTEXT},"@reso.context":"urn:reso:metadata:2.0:resource:Media","MediaKey":"1"}`,
    ],
    ['@odata.context of an entity', '{"@odata.context":"$metadata#Media/$entity","MediaKey":"1"}'],
    [
      '@odata.context with a select list',
      '{"@odata.context":"$metadata#Property(ListPrice)","value":[{"ListPrice":1}]}',
    ],
    ['@context, as OData 4.01 writes it', '{"@context":"$metadata#Media","value":[{"MediaKey":"1"}]}'],
    ['behind the records', `{"value":[{"ListingKey":"1"}],${CONTEXT}}`],
    ['nowhere, but in --resource', '{"value":[{"MediaKey":"1"}]}'],
    ['of a bare list of records', '[{"MediaKey":"1"}]'],
  ])('takes the resource from %s', (_where, json) => {
    const ended = validate({ 'a.json': json }, 'a.json', '--resource', 'Media');
    expect(found(ended)).toEqual([]);
    expect(ended.status).toBe(0);
  });

  it.each([
    ['names no resource', '{"value":[{"MediaKey":"1"}]}', 'a.json: it says nowhere of which resource it is.'],
    [
      'names one that the schema lacks',
      '{"@odata.context":"$metadata#Office","value":[]}',
      'a.json: the schema has no resource "Office".',
    ],
    [
      'names one in another case',
      '{"@odata.context":"$metadata#property","value":[]}',
      'a.json: the schema has no resource "property" (did you mean Property?).',
    ],
    [
      'has a context without end',
      `{"@odata.context":"$metadata#${'x'.repeat(1_000_000)}","value":[]}`,
      `a.json: the schema has no resource "${'x'.repeat(200)}…".`,
    ],
    [
      'has a context without a name',
      '{"@odata.context":"$metadata","value":[]}',
      'a.json: its @odata.context names no resource: "$metadata".',
    ],
    [
      'has another URN as context',
      '{"@reso.context":"urn:x","value":[]}',
      'a.json: its @reso.context names no resource: "urn:x".',
    ],
    [
      'contradicts itself',
      `{${CONTEXT},"value":[{"ListingKey":"1"}],"@reso.context":"urn:reso:metadata:2.0:resource:media"}`,
      'a.json: its records were read as Property, but at its end: Media.',
    ],
    ['has no record', `{${CONTEXT},"value":[]}`, 'The payloads hold no record, so nothing was tested.'],
  ])('cannot judge a payload that %s', (_what, json, message) => {
    const ended = validate({ 'a.json': json });
    expect(results(ended).runError?.message).toContain(message);
    expect(ended.stdout).toContain('INCOMPLETE');
    expect(ended.status).toBe(2);
  });

  it('judges the others all the same, and an error is an error', () => {
    const ended = validate({ 'a.json': '{"value":[{}]}', 'b.json': FAULTY });
    expect(found(ended)).toEqual([`payload/type Property.ListingKey 1:${columnOf(FAULTY, '1}')}`]);
    expect(ended.status).toBe(1);
  });

  it.each([
    ['a trailing comma', `{${CONTEXT},"value":[{"ListingKey":"1"},]}`, '1:98'],
    ['NaN', `{${CONTEXT},\n"value":[{"ListingKey":"1","ListPrice":NaN}]}`, '2:40'],
    ['an end too soon', `{${CONTEXT},"value":[{"ListingKey":"1"}`, '1:97'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(`{${CONTEXT},"ListingKey":"`), Buffer.of(0xff), Buffer.from('"}')]),
      '1:84',
    ],
    ['nothing', '', '1:1'],
    ['HTML', '<html>', '1:1'],
  ])('finds %s where it stands, and reads the other files', (_what, broken, place) => {
    const ended = validate({ 'a.json': broken, 'b.json': FAULTY });
    expect(found(ended)).toEqual([
      `payload/json a.json ${place}`,
      `payload/type Property.ListingKey 1:${columnOf(FAULTY, '1}')}`,
    ]);
    expect(ended.status).toBe(1);
  });

  it('judges the records beside one that is broken', () => {
    const ended = validate({
      'a.json': `{${CONTEXT},"value":[{"ListingKey":1},\n{"ListingKey":NaN},\n{"ListingKey":"1","Views":""}]}`,
    });
    expect(found(ended)).toEqual([
      'payload/json a.json 2:15',
      'payload/type Property.ListingKey 1:93',
      'payload/type Property.Views 3:27',
    ]);
  });

  it('reads the other files where one cannot be read, and does not call the run passed', () => {
    const folder = folderWith({
      'schema.json': SCHEMA,
      'payloads/b.json': `{${CONTEXT},"ListingKey":"1"}`,
    });
    symlinkSync('nowhere', join(folder, 'payloads/a.json'));
    symlinkSync('..', join(folder, 'payloads/circle.json'));
    const ended = commandLine(folder, 'schema', 'validate', '--schema', 'schema.json', 'payloads');
    const files = results({ folder }).checks.filter(({ subject }) => subject.element !== undefined);
    expect(files).toEqual([
      { rule: 'payload/json', subject: { element: 'payloads/b.json' }, verdict: 'passed' },
      {
        rule: 'payload/json',
        subject: { element: 'payloads/a.json' },
        verdict: 'not evaluated',
        reason: 'it cannot be read: it is not there',
      },
    ]);
    expect(ended.stderr).toContain('Passed over, as no payload files: payloads/circle.json\n');
    expect(ended.status).toBe(2);
  });

  it('tells of names beside the records that are no annotations', () => {
    const ended = validate({ 'a.json': `{${CONTEXT},"value":[{"ListingKey":"1"}],"City":"Paris"}` });
    expect(ended.stderr).toContain('a.json: beside the list "value" stands "City", which is no annotation');
    expect(ended.status).toBe(0);
  });

  it('calls nothing passed of a resource with a payload that breaks off', () => {
    const ended = validate({ 'a.json': `{${CONTEXT},"value":[{"ListingKey":"1"},` });
    const { verdict, reason } =
      results(ended).checks.find(
        ({ rule, subject }) => rule === 'payload/type' && subject.field === 'ListingKey',
      ) ?? {};
    expect({ verdict, reason }).toEqual({
      verdict: 'not evaluated',
      reason: 'payload/json blocks it: a.json is broken',
    });
  });

  it('tells broken lines of NDJSON apart, and goes on behind them', () => {
    const ended = validate({
      'a.ndjson': `{${CONTEXT},"ListingKey":"1"}\n{"a":}\n{"a"\n{${CONTEXT},"ListingKey":1}\n`,
    });
    expect(found(ended)).toEqual([
      'payload/json a.ndjson, document 2 2:6',
      expect.stringMatching(/^payload\/json a\.ndjson, document 3 /),
      'payload/type Property.ListingKey 4:83',
    ]);
  });

  it('finds names that come twice, around the records too', () => {
    const ended = validate({
      'a.json': `{${CONTEXT},"value":[{"ListingKey":"1","ListingKey":"1"}],"value":[]}`,
    });
    expect(found(ended)).toEqual([
      'payload/json Property.ListingKey 1:97',
      'payload/json Property.value 1:117',
    ]);
  });

  it('reads folders at any depth, and says what it passed over', () => {
    const ended = validate(
      {
        'payloads/a.JSON': `{${CONTEXT},"ListingKey":"1"}`,
        'payloads/deep/b.jsonl': `{${CONTEXT},"ListingKey":"1"}`,
        'payloads/readme.txt': 'x',
        'payloads/results.json': '{}',
      },
      'payloads',
    );
    expect(ended.stderr).toContain(
      'Passed over, as no payload files: payloads/readme.txt, payloads/results.json\n',
    );
    expect(results(ended).checks.filter(({ subject }) => subject.element !== undefined)).toHaveLength(2);
    expect(ended.status).toBe(0);
  });

  it('passes over a byte order mark, and says so', () => {
    const ended = validate({ 'a.json': `\ufeff{${CONTEXT},"ListingKey":"1"}` });
    expect(ended.stderr).toContain('a.json begins with a byte order mark, which was passed over.\n');
    expect(ended.status).toBe(0);
  });

  it('reads numbers as texts under --ieee754', () => {
    const payload = {
      'a.json': `{${CONTEXT},"ListingKey":"1","Views":"9223372036854775808","ListPrice":"1.125"}`,
    };
    expect(found(validate(payload, 'a.json', '--ieee754'))).toEqual([
      'payload/precision Property.ListPrice 1:129',
      'payload/range Property.Views 1:95',
    ]);
    expect(found(validate(payload))).toEqual([
      'payload/type Property.ListPrice 1:129',
      'payload/type Property.Views 1:95',
    ]);
  });

  it('replaces the exempt fields by those of --exemptions', () => {
    const payload = { 'a.json': `{${CONTEXT},"ListingKey":"1","City":"Paris","MLSAreaMajor":"South"}` };
    const severities = (ended: { readonly folder: string }) =>
      results(ended).findings.map(({ subject, severity }) => [subject.field, severity]);
    expect(severities(validate(payload))).toEqual([
      ['MLSAreaMajor', 'warning'],
      ['City', 'error'],
    ]);
    const exempt = { ...payload, 'exempt.json': '{"Property":["City"]}' };
    expect(severities(validate(exempt, 'a.json', '--exemptions', 'exempt.json'))).toEqual([
      ['MLSAreaMajor', 'error'],
      ['City', 'warning'],
    ]);
  });

  it('stops at the first batch with an error under --fail-fast', () => {
    const faulty = `{${CONTEXT},"ListingKey":1}`;
    const ended = validate(
      { 'a.json': faulty, 'b.json': faulty.replace('1}', '"x"}') },
      'a.json',
      'b.json',
      '--fail-fast',
    );
    const { checks } = results(ended);
    expect(checks.some(({ verdict }) => verdict === 'passed')).toBe(false);
    expect(ended.status).toBe(1);
  });

  it('leaves out of scope what needs Lookup rows that the schema was made without', () => {
    const folder = folderWith({
      'metadata.xml': METADATA,
      'a.json': `{${CONTEXT},"ListingKey":"1","City":"Paris"}`,
    });
    commandLine(folder, 'schema', 'generate', 'metadata.xml', '--out', 'made');
    const { status, stdout } = commandLine(
      folder,
      'schema',
      'validate',
      '--schema',
      'made/schema.json',
      'a.json',
    );
    expect(stdout).toContain(
      'values of annotated strings: the schema was generated without the rows of the Lookup Resource',
    );
    expect(status).toBe(0);
  });

  it.each([
    [
      'a schema of another tool',
      { 'x.json': '{"$defs":{}}', 'a.json': '{}' },
      ['--schema', 'x.json', 'a.json'],
      'no JSON Schema that reso-certify wrote',
    ],
    ['no schema', { 'a.json': '{}' }, ['a.json'], "required option '--schema <file>'"],
    [
      'a file that is not there',
      {},
      ['--schema', 'schema.json', 'a.json'],
      'a.json: There is no such file or folder.',
    ],
    [
      'an archive',
      { 'a.zip': 'PK\u0003\u0004' },
      ['--schema', 'schema.json', 'a.zip'],
      'a.zip: It is an archive, which is not opened here.',
    ],
    [
      'what is neither file nor folder',
      {},
      ['--schema', 'schema.json', '/dev/null'],
      '/dev/null: It is neither a file nor a folder.',
    ],
    [
      'a folder without payloads',
      { 'empty/readme.txt': 'x' },
      ['--schema', 'schema.json', 'empty'],
      'There is no payload file in it.',
    ],
    [
      'exemptions of another shape',
      { 'a.json': '{}', 'x.json': '7' },
      ['--schema', 'schema.json', 'a.json', '--exemptions', 'x.json'],
      'neither an object nor a list',
    ],
  ])('refuses %s', (_what, files, words, message) => {
    const folder = folderWith({ ...files, 'schema.json': SCHEMA });
    const { status, stderr } = commandLine(folder, 'schema', 'validate', ...words);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(existsSync(join(folder, 'results'))).toBe(false);
  });

  it('shows hostile names and values without doing what they say', () => {
    const ended = validate({
      'a.json': `{${CONTEXT},"ListingKey":"1","\\u001b[31mred":1,"City":"\\u001b[2J","__proto__":{"x":1}}`,
    });
    expect(ended.stdout).not.toContain('\u001b');
    expect(found(ended).map((finding) => finding.split(' ')[1])).toEqual([
      'Property.\u001b[31mred',
      'Property.__proto__',
      'Property.City',
    ]);
  });
});
