import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/run-dd.js';
import { commandLine, readJson } from './command-line.js';

const SAMPLES = resolve(import.meta.dirname, '../common-format/samples');
const URN = 'urn:reso:metadata:2.0:resource:property';
const FAULTY = `{
  "@reso.context": "${URN}",
  "value": [
    { "ListingKey": "A1", "ListPrice": "100", "StandardStatus": "Sold" },
    { "ListingKey": "A2", "AskingPrice": 5, "CloseDate": "2024-02-30" }
  ]
}
`;

/** A folder with files in it, by their paths. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe('rcf', () => {
  it.each(['single-valued.json', 'multi-valued.json'])('passes the sample of RCP-25: %s', (sample) => {
    const folder = temporaryFolder();
    const { status, stdout, stderr } = commandLine(folder, 'rcf', join(SAMPLES, sample));
    expect(status).toBe(0);
    expect(stderr).toBe(
      'Property (Data Dictionary 1.7): 1 record in 1 payload\n' +
        'Local in Data Dictionary 1.7, not tested: 2 fields and 1 value, listed in local-elements.json\n' +
        'validation: passed in 0.0 s\nvariations: out of scope in 0.0 s\n',
    );
    expect(stdout.replace(`${SAMPLES}/`, '').replace(sample, 'sample.json')).toMatchInlineSnapshot(`
      "reso-certify 0.1.0  Data Dictionary 1.7, certification profile
      sample.json

      Steps                       passed  failed  not evaluated  not applicable
        validation  passed           266       0              0             902
        variations  out of scope

      Out of scope
        near names in payloads of Data Dictionary 1.7: they are looked for from 2.0 on

      Time  start-up 0.0 s, list input 0.0 s, step validation 0.0 s, step variations 0.0 s, whole run 0.0 s

      PASSED  0 errors, 0 warnings, 0 infos

      Results: results
      "
    `);
    expect(readdirSync(join(folder, 'results')).sort()).toMatchInlineSnapshot(`
      [
        "data-availability-report.json",
        "local-elements.json",
        "results.json",
      ]
    `);
    const { fields, lookupValues } = readJson(join(folder, 'results/local-elements.json')) as {
      readonly fields: readonly Record<string, unknown>[];
      readonly lookupValues: readonly Record<string, unknown>[];
    };
    expect(
      fields.map(({ resourceName, fieldName, type }) => `${resourceName}.${fieldName}: ${type}`),
    ).toEqual(['PropertyRooms.RoomLengthWidthSource: String', 'PropertyRooms.RoomName: String']);
    expect(
      lookupValues.map(
        ({ resourceName, fieldName, lookupValue }) => `${resourceName}.${fieldName}: ${lookupValue}`,
      ),
    ).toEqual(['PropertyRooms.RoomType: Dining']);
  });

  it('says what is wrong, where, and how to mend it', () => {
    const folder = folderWith({ 'property.json': FAULTY });
    const { status, stdout, stderr } = commandLine(folder, 'rcf', 'property.json');
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Property (Data Dictionary 2.0): 2 records in 1 payload\n' +
        'validation: failed in 0.0 s\nvariations: passed in 0.0 s\n',
    );
    expect(stdout).toMatchInlineSnapshot(`
      "reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      property.json

      Errors
        rcf/type  reso-certify explain rcf/type
          Property.CloseDate  property.json:5:58
            Property.CloseDate MUST match format "date" (once, such as ListingKey A2). Send the value in its Data Dictionary type: numbers without quotes, dates as 2024-02-29, timestamps as 2024-02-29T13:30:00Z.
          Property.ListPrice  property.json:4:40
            Property.ListPrice MUST be number but found string (once, such as ListingKey A1). Send the value in its Data Dictionary type: numbers without quotes, dates as 2024-02-29, timestamps as 2024-02-29T13:30:00Z.
        rcf/enum  reso-certify explain rcf/enum
          Property.StandardStatus  property.json:4:65
            Property.StandardStatus MUST be equal to one of the allowed values but found "Sold" (once, such as ListingKey A1). Send one of the standard values, in the same spelling.
        rcf/synonym  reso-certify explain rcf/synonym
          Property.AskingPrice  property.json:5:27
            Property.AskingPrice is a listed synonym of ListPrice, and must not be in the payload (once, such as ListingKey A2). Use the standard name.

      Steps                       passed  failed  not evaluated  not applicable
        validation  failed           226       4              0             903
        variations  passed             2       0              0               0

      Time  start-up 0.0 s, list input 0.0 s, step validation 0.0 s, step variations 0.0 s, whole run 0.0 s

      FAILED  4 errors, 0 warnings, 0 infos

      Results: results
      "
    `);
  });

  it('reads folders, archives and NDJSON, and takes the rest from options', () => {
    const folder = folderWith({
      'payloads/readme.md': '# not a payload',
      'payloads/media.ndjson': '{"MediaKey":"1"}\n{"MediaKey":2}\n{"MediaKey":\n',
      'payloads/more.zip': zipSync({
        '../up.json': Buffer.from('{}'),
        'media.json': Buffer.from('{"value":[{"MediaKey":3}]}'),
      }),
    });
    const { status, stdout } = commandLine(
      folder,
      'rcf',
      'payloads',
      '--dd-version',
      '2.0',
      '--resource',
      'Media',
    );
    expect(status).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      payloads

      Errors
        rcf/json  reso-certify explain rcf/json
          payloads/media.ndjson:3  payloads/media.ndjson:3:13
            It is no payload in JSON: the text ends where a value should stand. Write it with a JSON library, each name once. NDJSON, a payload a line, belongs in files that end in .ndjson.
        rcf/archive  reso-certify explain rcf/archive
          payloads/more.zip/../up.json
            It was not read, or not to its end: its name leads out of the archive. Pack the payload files themselves with an ordinary zip program, without a password, and leave everything else out.
        rcf/type  reso-certify explain rcf/type
          Media.MediaKey  payloads/media.ndjson:2:13
            Media.MediaKey MUST be string but found integer (2 times, such as MediaKey 2; 3). Send the value in its Data Dictionary type: numbers without quotes, dates as 2024-02-29, timestamps as 2024-02-29T13:30:00Z.

      Infos
        rcf/skipped-file  reso-certify explain rcf/skipped-file
          payloads/readme.md
            It was not tested: it does not end in .json, .ndjson, .jsonl or .zip. If it holds payloads, give it another name.

      Steps                       passed  failed  not evaluated  not applicable
        validation  failed            21       3              0              61
        variations  passed             2       0              0               0

      Time  start-up 0.0 s, list input 0.0 s, step validation 0.0 s, step variations 0.0 s, whole run 0.0 s

      FAILED  3 errors, 0 warnings, 1 info

      Results: results
      "
    `);
  });

  it('tells of members beside a list that are no annotations', () => {
    const text = `{"@reso.context":"${URN}","@odata.count":1,"ListPrice":"x","value":[{"ListPrice":1}]}`;
    const { status, stderr } = commandLine(folderWith({ 'a.json': text }), 'rcf', 'a.json');
    expect(status).toBe(0);
    expect(stderr).toContain(
      'a.json: beside the list "value" stands "ListPrice", which is no annotation and was passed over\n',
    );
  });

  it('writes to standard output what --format says', () => {
    const folder = folderWith({ 'property.json': FAULTY });
    const { stdout, stderr } = commandLine(folder, 'rcf', 'property.json', '--format', 'json', '--quiet');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 1, input: { payloads: ['property.json'] } });
    expect(Object.keys(readJson(join(folder, 'results/results.json')) as object)).toEqual(
      Object.keys(JSON.parse(stdout)),
    );
  });

  it('ends with 2 when nothing was tested, and says so', () => {
    const folder = folderWith({ 'payloads/readme.md': '' });
    const { status, stdout } = commandLine(folder, 'rcf', 'payloads');
    expect(status).toBe(2);
    expect(stdout).toContain('There is no record in what was given, so nothing was tested.');
  });

  it.each([
    [
      'a path that is not there',
      ['nowhere.json'],
      'nowhere.json: There is no such file or folder. Check the path.\n',
    ],
    ['a version that is not known', ['a.json', '--dd-version', '3.0'], 'There is no Data Dictionary 3.0.'],
    [
      'a resource that is not known',
      ['a.json', '--dd-version', '2.0', '--resource', 'Propertie'],
      'Did you mean "Property"',
    ],
    ['no path', [], "missing required argument 'path'"],
  ])('refuses %s', (_, words, complaint) => {
    const { status, stdout, stderr } = commandLine(folderWith({ 'a.json': FAULTY }), 'rcf', ...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(complaint);
  });

  it('writes no control characters of payloads to a terminal', () => {
    const folder = folderWith({
      'a.json': `{"@reso.context":"${URN}","\\u001b[31mred":1,"\\u001b[31mred":2,"StandardStatus":"\\u001b]0;title\\u0007"}`,
      'b.zip': zipSync({ '../\u001b[2Jup.json': Buffer.from('{}') }),
    });
    const { stdout } = commandLine(folder, 'rcf', 'a.json', 'b.zip');
    expect(stdout).toContain('rcf/archive');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u0007');
  });
});
