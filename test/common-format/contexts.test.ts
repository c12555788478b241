import { describe, expect, it } from 'vitest';
import { parseResoContext } from '../../src/schema/reso-context.js';
import { rcf } from '../run/run-rcf.js';

const URN = 'urn:reso:metadata:2.0:resource:property';

describe('the URN of a context', () => {
  it.each([
    ['urn:reso:metadata:1.7:resource:property', { version: '1.7', resource: 'property' }],
    ['URN:RESO:METADATA:1.7:RESOURCE:Property', { version: '1.7', resource: 'Property' }],
    ['urn:reso:metadata:1.7:resource:property:', { version: '1.7', resource: 'property' }],
    ['urn:reso:metadata:1.7:resource:property:action:create', { version: '1.7', resource: 'property' }],
    ['urn:reso:metadata:1.7:resource:', undefined],
    ['urn:reso:metadata::resource:property', undefined],
    ['urn:reso:metadata:1.7:property', undefined],
    ['urn:reso:metadata:1.7:field:property', undefined],
    ['reso:metadata:1.7:resource:property', undefined],
    [' urn:reso:metadata:1.7:resource:property', undefined],
    ['', undefined],
  ])('%s', (urn, context) => {
    expect(parseResoContext(urn)).toEqual(context);
  });
});

describe('the context of a payload', () => {
  it.each([
    ['before its list', `{"@reso.context":"${URN}","value":[{"ListPrice":"1"}]}`],
    ['behind its list', `{"value":[{"ListPrice":"1"}],"@reso.context":"${URN}"}`],
    ['among the fields of a record', `{"ListPrice":"1","@reso.context":"${URN}","ListingKey":"1"}`],
    [
      'written with escapes',
      `{"\\u0040reso.context":"urn:reso\\u003ametadata:2.0:resource:property","ListPrice":"1"}`,
    ],
    [
      'among other annotations',
      `{"@odata.count":1,"@reso.context":"${URN}","@odata.context":"x#Member","value":[{"ListPrice":"1"}]}`,
    ],
  ])('is found %s', async (_, text) => {
    expect((await rcf({ 'a.json': text })).told).toEqual(['error rcf/type Property.ListPrice']);
  });

  it.each([
    ['none', '{"value":[{}]}', 'it has no @reso.context'],
    ['none in a record', '{"ListPrice":1}', 'it has no @reso.context'],
    [
      'no URN',
      '{"@reso.context":"Property","value":[{}]}',
      'its @reso.context is no URN of a resource: "Property"',
    ],
    ['no text', '{"@reso.context":7,"value":[{}]}', 'its @reso.context is no URN of a resource: "7"'],
    [
      'a version that nobody knows',
      '{"@reso.context":"urn:reso:metadata:1.6:resource:property"}',
      'its @reso.context names Data Dictionary 1.6, which is not known here (those are 1.7, 2.0, 2.1)',
    ],
    [
      'a version that leads elsewhere',
      '{"@reso.context":"urn:reso:metadata:../../etc:resource:property"}',
      'its @reso.context names Data Dictionary ../../etc, which is not known here (those are 1.7, 2.0, 2.1)',
    ],
    [
      'a resource that the version lacks',
      '{"@reso.context":"urn:reso:metadata:2.0:resource:propertie"}',
      'its @reso.context names the resource "propertie", which Data Dictionary 2.0 has not (did you mean Property?)',
    ],
    [
      'a resource of another version',
      '{"@reso.context":"urn:reso:metadata:1.7:resource:building"}',
      'its @reso.context names the resource "building", which Data Dictionary 1.7 has not',
    ],
  ])('is a fault where there is %s', async (_, text, reason) => {
    const { results, told, findings } = await rcf({ 'a.json': text });
    expect(told).toEqual(['error rcf/context a.json']);
    expect(findings[0]?.message).toContain(`Nobody can tell what it is: ${reason}`);
    expect(results).toMatchObject({ verdict: 'failed', exitCode: 1 });
  });

  it('is told once for a file, however many lines lack it', async () => {
    const { told, findings } = await rcf({
      'a.ndjson': '\n{"ListPrice":1}\n{"ListPrice":2}\n{"@reso.context":"x"}\n',
    });
    expect(told).toEqual(['error rcf/context a.ndjson:2', 'error rcf/context a.ndjson:4']);
    expect(findings[0]).toMatchObject({
      message: expect.stringContaining('it has no @reso.context (2 times, this is the first)'),
      location: { line: 2, column: 1 },
    });
  });
});

describe('options for payloads without a context', () => {
  const bare = { 'a.json': '{"value":[{"MediaKey":1}]}', 'b.json': '{"MediaKey":2}' };

  it.each([
    ['both', { version: '2.0', resource: 'Media' }, ['error rcf/type Media.MediaKey']],
    ['both, in any case', { version: '2.0', resource: 'media' }, ['error rcf/type Media.MediaKey']],
    ['a version alone', { version: '2.0' }, ['error rcf/context a.json', 'error rcf/context b.json']],
    ['a resource alone', { resource: 'Media' }, ['error rcf/context a.json', 'error rcf/context b.json']],
  ])('%s', async (_, given, told) => {
    expect((await rcf(bare, { given })).told).toEqual(told);
  });

  it('say nothing of payloads with one, be it wrong', async () => {
    const files = {
      'a.json': `{"@reso.context":"${URN}","ListPrice":"1"}`,
      'b.json': '{"@reso.context":"x","MediaKey":1}',
    };
    const { told, results } = await rcf(files, { given: { version: '1.7', resource: 'Media' } });
    expect(told).toEqual(['error rcf/context b.json', 'error rcf/type Property.ListPrice']);
    expect(results.dictionary.version).toBe('2.0');
  });

  it.each([
    ['a version', { version: '9.9' }, 'There is no Data Dictionary 9.9.'],
    ['a resource', { version: '2.0', resource: 'Medium' }, 'Data Dictionary 2.0 has no resource "Medium".'],
  ])('are refused with %s that nobody knows', async (_, given, message) => {
    await expect(rcf(bare, { given })).rejects.toThrow(message);
  });
});

describe('payloads of several versions', () => {
  const files = {
    // 1.7 has no AuctionDate, and StoriesTotal is an integer in both.
    'old.json':
      '{"@reso.context":"urn:reso:metadata:1.7:resource:property","StoriesTotal":"1","AuctionDate":7}',
    'new.json':
      '{"@reso.context":"urn:reso:metadata:2.1:resource:property","StoriesTotal":"1","AuctionDate":7}',
  };

  it('are judged by their own, and the results name all', async () => {
    const { told, results, read } = await rcf(files);
    expect(told).toEqual([
      'error rcf/type Property.StoriesTotal (Data Dictionary 1.7)',
      'error rcf/type Property.AuctionDate (Data Dictionary 2.1)',
      'error rcf/type Property.StoriesTotal (Data Dictionary 2.1)',
    ]);
    expect(results.dictionary.version).toBe('2.1');
    expect(results.dictionaries?.map(({ version }) => version)).toEqual(['1.7', '2.1']);
    expect(read('local-elements.json').fields).toMatchObject([{ version: '1.7', fieldName: 'AuctionDate' }]);
  });

  it('have reports of their own, those of the newest under the plain names', async () => {
    const { read } = await rcf(files);
    for (const name of ['data-availability-report', 'data-availability-schema-validation-errors']) {
      expect(read(`${name}.json`)).toMatchObject({ version: '2.1' });
      expect(read(`${name}-1.7.json`)).toMatchObject({ version: '1.7' });
    }
  });
});
