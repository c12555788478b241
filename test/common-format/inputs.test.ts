import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/run-dd.js';
import { type Files, rcf, rcfIn } from '../run/run-rcf.js';
import { type ZipEntry, zipOf } from './zip-file.js';

const URN = 'urn:reso:metadata:2.0:resource:property';
/** A payload with one fault, which tells that it was read. */
const FAULTY = `{"@reso.context":"${URN}","ListPrice":"1"}`;
const GOOD = `{"@reso.context":"${URN}","ListPrice":1}`;
const READ = 'error rcf/type Property.ListPrice';
const MIB = 2 ** 20;

function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
}

describe('inputs', () => {
  it.each<[string, Files, readonly string[], readonly string[]]>([
    ['a file', { 'a.json': FAULTY }, ['a.json'], [READ]],
    ['a file of any name', { 'a.txt': FAULTY }, ['a.txt'], [READ]],
    ['an NDJSON file', { 'a.ndjson': `${GOOD}\n\n${FAULTY}\r\n` }, ['a.ndjson'], [READ]],
    ['a .jsonl file without a last LF', { 'a.jsonl': `${GOOD}\n${FAULTY}` }, ['a.jsonl'], [READ]],
    [
      'lists in NDJSON, their contexts behind them',
      {
        'a.ndjson': `{"value":[{"ListPrice":1}],"@reso.context":"${URN}"}\n{"value":[{"ListPrice":"1"}],"@reso.context":"${URN}"}\n`,
      },
      ['a.ndjson'],
      [READ],
    ],
    ['a folder in folders', { 'one/two/a.JSON': FAULTY }, [''], [READ]],
    ['several paths', { 'a/a.json': GOOD, 'b.json': FAULTY }, ['a', 'b.json'], [READ]],
    ['a zip file', { 'a.zip': zip({ 'a.json': FAULTY }) }, ['a.zip'], [READ]],
    ['a zip file of another name', { 'a.bin': zip({ 'a.json': FAULTY }) }, ['a.bin'], [READ]],
    [
      'NDJSON in a zip file in a folder',
      { 'one/a.ZIP': zip({ 'x/a.ndjson': `${GOOD}\n${FAULTY}` }) },
      [''],
      [READ],
    ],
    [
      'a context behind its list in a zip file',
      { 'a.zip': zip({ 'a.json': `{"value":[{"ListPrice":"1"}],"@reso.context":"${URN}"}` }) },
      ['a.zip'],
      [READ],
    ],
    [
      'files of other endings, in folders and archives',
      {
        'readme.txt': '',
        'b.pdf': '',
        'a.json': GOOD,
        'c.zip': zip({ 'a.csv': '', '__MACOSX/._a.json': '\0' }),
        'd.json.gz': '',
      },
      [''],
      [
        'info rcf/skipped-file b.pdf',
        'info rcf/skipped-file c.zip/a.csv',
        'info rcf/skipped-file c.zip/__MACOSX/._a.json',
        'info rcf/skipped-file d.json.gz',
        'info rcf/skipped-file readme.txt',
      ],
    ],
    [
      'results of a run',
      { 'results.json': '{}', 'a.json': GOOD },
      [''],
      ['info rcf/skipped-file results.json'],
    ],
    ['a byte order mark', { 'a.json': `\ufeff${FAULTY}` }, [''], ['warning rcf/bom a.json', READ]],
    [
      'a byte order mark in an archive',
      { 'a.zip': zip({ 'a.ndjson': `\ufeff${GOOD}` }) },
      [''],
      ['warning rcf/bom a.zip/a.ndjson'],
    ],
  ])('%s', async (_, files, paths, told) => {
    const { told: seen, results } = await rcf(files, { paths });
    expect(seen).toEqual(told);
    expect(results.exitCode).toBe(told.some((text) => text.startsWith('error')) ? 1 : 0);
  });

  it('that are not there are a mistake of whoever names them', async () => {
    await expect(rcf({}, { paths: ['nowhere.json'] })).rejects.toThrow('There is no such file or folder.');
  });

  it('that cannot be read keep the run from passing, and others are read', async () => {
    const folder = temporaryFolder();
    const payloads = join(folder, 'payloads');
    mkdirSync(payloads);
    symlinkSync(join(folder, 'nowhere'), join(payloads, 'a.json'));
    symlinkSync(payloads, join(payloads, 'circle.json'));
    writeFileSync(join(payloads, 'b.json'), GOOD);
    const { told, results } = await rcfIn(folder);
    expect(told).toEqual(['info rcf/skipped-file circle.json']);
    expect(results).toMatchObject({ verdict: 'incomplete', exitCode: 2 });
    expect(results.checks).toContainEqual({
      rule: 'rcf/json',
      subject: { element: join(payloads, 'a.json') },
      verdict: 'not evaluated',
      reason: 'it cannot be read: it is not there',
    });
  });

  it('are all judged when there are very many', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1100 }, (_, index) => [`${index}.json`, index % 2 === 0 ? '{}' : '{']),
    );
    const { told, results } = await rcf({ ...files, 'good.json': GOOD });
    const failed = results.checks.filter(({ verdict }) => verdict === 'failed');
    expect(failed).toHaveLength(1100);
    expect(told).toHaveLength(1100);
  });

  it('beyond a thousand that break a rule are counted', async () => {
    const files = Object.fromEntries(Array.from({ length: 1003 }, (_, index) => [`${index}.json`, '{']));
    const { findings, results } = await rcf(files);
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)?.message).toMatch(/^3 more files break this rule/);
    expect(results.checks.filter(({ verdict }) => verdict === 'failed')).toHaveLength(1003);
  });
});

describe('an interrupted run', () => {
  const files = { 'a.json': GOOD, 'b.json': FAULTY, 'c.json': GOOD };

  it.each([
    ['before there was an error', 1, 'incomplete', 2, []],
    ['after there was one', 2, 'failed', 1, [READ]],
  ])('keeps what it has found: %s', async (_, interruptAfter, verdict, exitCode, told) => {
    const { results, told: seen, read } = await rcf(files, { interruptAfter });
    expect(seen).toEqual(told);
    expect(results).toMatchObject({ verdict, exitCode, runError: { kind: 'interrupted' } });
    const checks = results.checks.filter(
      ({ rule, subject }) => rule === 'rcf/type' && subject.field === 'ListPrice',
    );
    expect(checks.map(({ verdict: ended }) => ended)).toEqual([told.length > 0 ? 'failed' : 'not evaluated']);
    expect(read('data-availability-report.json').incomplete).toHaveLength(1);
  });
});

describe('nothing tested', () => {
  it.each<[string, Files]>([
    ['an empty folder', {}],
    ['a folder without payloads', { 'a.txt': '' }],
    ['an empty list', { 'a.json': `{"@reso.context":"${URN}","value":[]}` }],
    ['an empty record', { 'a.json': `{"@reso.context":"${URN}"}` }],
    ['empty records', { 'a.json': `{"@reso.context":"${URN}","value":[{},{"@odata.id":"x"}]}` }],
    ['an empty archive', { 'a.zip': zip({}) }],
    [
      'an empty archive with an empty list',
      { 'a.zip': zip({ 'a.json': `{"@reso.context":"${URN}","value":[]}` }) },
    ],
  ])('%s', async (_, files) => {
    const { results } = await rcf(files);
    expect(results).toMatchObject({
      verdict: 'incomplete',
      exitCode: 2,
      runError: { kind: 'configuration', message: expect.stringContaining('nothing was tested') },
    });
  });

  it('beside something that is', async () => {
    const { results } = await rcf({ 'a.json': `{"@reso.context":"${URN}","value":[]}`, 'b.json': GOOD });
    expect(results.exitCode).toBe(0);
  });
});

describe('broken JSON', () => {
  const begun = `{"@reso.context":"${URN}","value":[{"ListPrice":"1"},`;
  it.each([
    ['an empty file', '', 1, 'it is empty'],
    ['a text that is cut short', '{"ListPrice":', 1, 'the text ends before it is complete'],
    ['a list that is cut short', begun, 1, 'the text ends before it is complete'],
    [
      'a comma too many',
      `{"@reso.context":"${URN}","ListPrice":1,}`,
      1,
      'a comma stands before the closing brace',
    ],
    ['a comma too many in a list', `${begun}\n]}`, 2, 'a comma stands before the closing bracket'],
    ['NaN', `{"@reso.context":"${URN}",\n"ListPrice":NaN}`, 2, 'NaN is no value that JSON knows'],
    ['NaN in a list', `${begun}\n{"ListPrice":NaN}]}`, 2, 'NaN is no value that JSON knows'],
    ['two documents', `${GOOD}${GOOD}`, 1, 'something follows after the end of the value'],
    ['a list of records without an object around it', `[${GOOD}]`, 1, 'it is no object'],
    ['a number', '7', 1, 'it is no object'],
    [
      'bytes that are no UTF-8',
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
      1,
      'it has bytes that are no UTF-8',
    ],
    ['objects too deep', `{"a":${'['.repeat(200)}${']'.repeat(200)}}`, 1, 'more than 128 deep'],
    ['a record too large', `{"@reso.context":"${URN}","x":"${'x'.repeat(33 * MIB)}"}`, 1, 'it has more than'],
  ])('%s', async (_, content, line, reason) => {
    const { told, findings, results } = await rcf({ 'a.json': content, 'b.json': FAULTY });
    expect(told).toContain('error rcf/json a.json');
    // Whatever is wrong with one file, others are read.
    expect(told).toContain(READ);
    const [finding] = findings.filter(({ rule }) => rule === 'rcf/json');
    expect(finding?.location).toMatchObject({ line });
    if (!reason.startsWith('it has more')) expect(finding?.message).toContain(reason);
    expect(results.exitCode).toBe(1);
  });

  it('in lines of NDJSON is told line by line, what is alike together', async () => {
    const text = `${GOOD}\n{,}\n${FAULTY}\n{"a":NaN}\n{,}\n`;
    const { told, findings } = await rcf({ 'a.ndjson': text });
    expect(told).toEqual(['error rcf/json a.ndjson:2', 'error rcf/json a.ndjson:4', READ]);
    expect(findings[0]?.message).toContain('(2 times, this is the first)');
  });

  it.each([
    ['in a record', `{"@reso.context":"${URN}","ListPrice":1,"ListPrice":2}`, 'ListPrice'],
    ['in a list', `{"@reso.context":"${URN}","value":[{"ListPrice":1,"ListPrice":2}]}`, 'ListPrice'],
    ['of a local field', `{"@reso.context":"${URN}","Local":1,"Local":2}`, 'Local'],
    ['inside a local field', `{"@reso.context":"${URN}","Local":{"x":[{"a":1,"a":2}]}}`, 'Local/a'],
    [
      'in an expansion',
      `{"@reso.context":"${URN}","ListAgent":{"MemberKey":"1","MemberKey":"1"}}`,
      'MemberKey',
    ],
    ['around records', `{"@reso.context":"${URN}","value":[{}],"value":[{}]}`, 'value'],
    ['of the context', `{"@reso.context":"${URN}","@reso.context":"${URN}","ListPrice":1}`, '@reso.context'],
  ])('is a name that stands twice %s', async (_, text, name) => {
    const resource = name === 'MemberKey' ? 'Member' : 'Property';
    expect((await rcf({ 'a.json': text })).told).toEqual([`error rcf/json ${resource}.${name}`]);
  });

  it('of one record takes no other along', async () => {
    const records = ['{"ListPrice":1}', '{"ListPrice":NaN}', '{"ListPrice":"1"}', '{"ListPrice":NaN}', 'NaN'];
    const text = `{"@reso.context":"${URN}","value":[\n${records.join(',\n')}]}`;
    const { told, findings } = await rcf({ 'a.json': text });
    expect(told).toEqual(['error rcf/json a.json', READ]);
    expect(findings[0]).toMatchObject({ location: { line: 3, column: 14 } });
    expect(findings[0]?.message).toContain('(3 times, this is the first)');
    expect(findings[1]).toMatchObject({ location: { line: 4, column: 14 } });
  });

  it('blocks the checks that rest on what was not read', async () => {
    const { results } = await rcf({ 'a.json': `${begun.replace('"1"', '1')}NaN]}` });
    const check = results.checks.find(
      ({ rule, subject }) => rule === 'rcf/type' && subject.field === 'ListPrice',
    );
    expect(check).toMatchObject({
      verdict: 'not evaluated',
      reason: expect.stringContaining('rcf/json blocks it'),
    });
  });

  it('keeps nothing of __proto__ and constructor but local fields', async () => {
    const text = `{"@reso.context":"${URN}","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"ListPrice":1}`;
    const { told, read } = await rcf({ 'a.json': text });
    expect(told).toEqual([]);
    expect(read('local-elements.json').fields).toMatchObject([
      { fieldName: '__proto__' },
      { fieldName: 'constructor' },
    ]);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('rcf/archive', () => {
  const good: ZipEntry = { name: 'good.json', content: FAULTY };

  it.each<[string, ZipEntry, string]>([
    ['leads out of the archive', { name: '../a.json', content: GOOD }, 'its name leads out of the archive'],
    [
      'leads out of the archive by a detour',
      { name: 'x/../../a.json', content: GOOD },
      'its name leads out of the archive',
    ],
    ['has an absolute path', { name: '/etc/a.json', content: GOOD }, 'its name leads out of the archive'],
    ['has a drive', { name: 'C:/a.json', content: GOOD }, 'its name leads out of the archive'],
    ['is an archive', { name: 'a.zip', content: 'PK' }, 'it is an archive within an archive'],
    [
      'is an archive of another kind',
      { name: 'a.tar.gz', content: '' },
      'it is an archive within an archive',
    ],
    ['is a link', { name: 'a.json', content: '/etc/passwd', mode: 0o120777 }, 'it is a link'],
    ['is encrypted', { name: 'a.json', content: GOOD, flags: 0x801 }, 'it is encrypted'],
    [
      'is compressed in an unknown way',
      { name: 'a.json', content: GOOD, method: 14 },
      'it is compressed by method 14',
    ],
    ['has the name of another', { name: 'good.json', content: GOOD }, 'another entry has the same name'],
    ['is damaged', { name: 'a.json', content: GOOD, checksum: 1 }, 'its data do not fit their checksum'],
    [
      'unpacks to more than it says',
      { name: 'a.json', content: GOOD, size: 3 },
      'it unpacks to more than 3 bytes',
    ],
    [
      'unpacks to less than it says',
      { name: 'a.json', content: GOOD, size: 3000 },
      'it unpacks to fewer than 3000 bytes',
    ],
    [
      'unpacks to a thousand times its size',
      { name: 'a.json', content: Buffer.alloc(10 * MIB, ' ') },
      'it would unpack to 10485760 bytes, more than 850 times its size',
    ],
  ])('an entry that %s', async (_, entry, reason) => {
    const { told, findings, results } = await rcf({ 'a.zip': zipOf([good, entry]) });
    expect(told).toEqual([`error rcf/archive a.zip/${entry.name}`, READ]);
    expect(findings.find(({ rule }) => rule === 'rcf/archive')?.message).toContain(
      `It was not read, or not to its end: ${reason}`,
    );
    expect(results.exitCode).toBe(1);
  });

  it.each<[string, Uint8Array | string]>([
    ['nothing', ''],
    ['something else', 'no archive'],
    ['the first half of an archive', zipOf([good]).subarray(0, 100)],
    ['an archive with a broken directory', broken(zipOf([good]))],
  ])('a zip file that is %s', async (_, content) => {
    const { told, findings } = await rcf({ 'a.zip': content, 'b.json': GOOD });
    expect(told).toEqual(['error rcf/archive a.zip']);
    expect(findings[0]?.message).toContain('it is no zip file that can be read');
  });

  it('a gzip file that somebody names', async () => {
    const { told } = await rcf({ 'a.json': Buffer.from([0x1f, 0x8b, 8, 0]) }, { paths: ['a.json'] });
    expect(told).toEqual(['error rcf/archive a.json']);
  });

  it('entries that overlap and are harmless one by one', async () => {
    // One deflated megabyte stands behind a thousand entries of the directory.
    const entries = Array.from({ length: 1000 }, (_, index) => ({
      name: `${index}.json`,
      content: Buffer.alloc(MIB, ' '),
    }));
    const { told, findings } = await rcf({ 'a.zip': overlapping(entries) });
    expect(told).toContain('error rcf/archive a.zip');
    expect(findings.find(({ rule }) => rule === 'rcf/archive')?.message).toContain(
      'the rest of it was not read',
    );
  });

  it('a name of a megabyte at most', async () => {
    const { told } = await rcf({
      'a.zip': zipOf([{ name: `${'x'.repeat(2000)}.json`, content: GOOD }, good]),
    });
    expect(told).toEqual(['error rcf/archive a.zip', READ]);
  });

  it('folders and names in other alphabets are fine', async () => {
    const entries = [
      { name: 'Häuser/', content: '' },
      { name: 'Häuser/a.json', content: FAULTY },
      { name: 'back\\slash.json', content: GOOD },
    ];
    const { told, findings } = await rcf({ 'a.zip': zipOf(entries) });
    expect(told).toEqual([READ]);
    expect(findings[0]?.location?.file).toMatch(/a\.zip\/Häuser\/a\.json$/);
  });
});

/** Its directory begins with something else than the first entry's record. */
function broken(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  copy.write('XX', copy.indexOf('PK\u0001\u0002', 0, 'latin1'), 'latin1');
  return copy;
}

/** A zip file whose entries all share the data of the first. */
function overlapping(entries: readonly ZipEntry[]): Buffer {
  const file = zipOf(entries.slice(0, 1));
  const directoryStart = file.indexOf('PK\u0001\u0002', 0, 'latin1');
  const data = file.subarray(0, directoryStart);
  const records = entries.map((entry) => {
    const single = zipOf([entry]);
    const start = single.indexOf('PK\u0001\u0002', 0, 'latin1');
    return single.subarray(start, single.indexOf('PK\u0005\u0006', 0, 'latin1'));
  });
  const directory = Buffer.concat(records);
  const end = Buffer.from(file.subarray(file.indexOf('PK\u0005\u0006', 0, 'latin1')));
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(data.length, 16);
  return Buffer.concat([data, directory, end]);
}
