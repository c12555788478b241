import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/check-document.js';
import { lookupRows } from '../../src/metadata/lookup-rows.js';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import { metadataDocument } from '../../src/sandbox/metadata-document.js';
import { definitionsFromReport } from '../../src/schema/definitions-from-report.js';
import { Random } from '../json/random-json.js';
import { entitiesOf, makeData, REPRESENTATIONS, setOf } from '../sandbox/generated-data.js';
import { judgeBy, propertyWith } from './payloads.js';
import { generated, withAjv, withHyperjump } from './schema-validators.js';
import { TYPE_CASES, TYPES } from './type-values.js';

const SEED = Number(process.env['SEED'] ?? 20240229);
const PIECES = [
  '0',
  '1',
  '9',
  '-',
  '+',
  '.',
  'e',
  'E',
  'T',
  'Z',
  ':',
  'P',
  'D',
  'S',
  ',',
  ' ',
  'a',
  'é',
  '😀',
  '=',
  '_',
  '\\u0041',
];

/** Another value near to one that is given as JSON: a character or digit more, less or other. */
function mutated(json: string, random: Random): string {
  const isText = json.startsWith('"');
  const inner = isText ? json.slice(1, -1) : json;
  const at = random.below(inner.length + 1);
  const piece = random.pick(PIECES);
  const changed = random.pick([
    inner.slice(0, at) + piece + inner.slice(at),
    inner.slice(0, at) + inner.slice(at + 1),
    inner.slice(0, at) + piece + inner.slice(at + 1),
  ]);
  const text = isText ? `"${changed}"` : changed;
  return isJson(text) ? text : json;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What JSON Schema cannot say, or JSON.parse does not let a validator see: see docs/payload-schema.md. */
function isBeyondSchema(json: string, faults: readonly string[]): boolean {
  if (faults.includes('precision') || faults.includes('duplicateKey')) return true;
  if (json.startsWith('"')) return false;
  const isRounded = /\d{16}|[eE]-\d{3}/.test(json.replaceAll('.', ''));
  return isRounded || (faults.includes('format') && json.includes('Polygon'));
}

describe.each(TYPE_CASES)('$declaration', async ({ declaration, values }) => {
  const definitions = propertyWith(`<Property Name="X" ${declaration}/>`, TYPES);
  const judge = judgeBy(definitions);
  const schema = generated(definitions);
  const validators = [withAjv(schema, 'Property'), await withHyperjump(schema, 'Property')];

  it(`is judged alike in values that are one change off (seed ${SEED})`, () => {
    const random = new Random(SEED);
    const differing: string[] = [];
    for (let round = 0; round < 400; round++) {
      let json = values[random.below(values.length)]?.[0] ?? 'null';
      for (let changes = random.below(3); changes >= 0; changes--) json = mutated(json, random);
      const record = `{"X":${json}}`;
      const faults = judge(record).map(({ fault }) => fault);
      if (isBeyondSchema(json, faults)) continue;
      const isAlike = validators.every((isValid) => isValid(JSON.parse(record)) === (faults.length === 0));
      if (!isAlike) differing.push(`${json} ${faults.join()}`);
    }
    expect(differing).toEqual([]);
  });
});

describe.each(REPRESENTATIONS)('records of a server with enumerations as %s', async (representation) => {
  const { dictionary, names, values, data } = await makeData('2.0', representation, { records: 60 });
  const xml = metadataDocument(dictionary, { resources: names, representation, values });
  const { model } = readMetadata(Buffer.from(xml), 'metadata.xml', {
    profile: 'certification',
    version: '2.0',
    strict: true,
  });
  if (model === undefined) throw new Error('no model');
  const rows = representation === 'lookup' ? { lookups: lookupRows(entitiesOf(setOf(data, 'Lookup'))) } : {};
  const report = metadataReport({
    model,
    standardNames: new Set(names),
    version: '2.0',
    generatedOn: '',
    ...rows,
  });
  const definitions = definitionsFromReport(report);
  const schema = generated(definitions);
  const isValid = withAjv(schema, 'Property');
  const judge = judgeBy(definitions);
  const records = entitiesOf(setOf(data, 'Property'));
  const fields = Object.keys(records[0] ?? {});
  const others = TYPE_CASES.flatMap((each) => each.values.map(([json]) => json)).filter(isJson);

  /** A record with the value of another record's field, or of the tables of values, in some field. */
  function mixed(random: Random): { readonly field: string; readonly json: string; readonly text: string } {
    const record = random.pick(records);
    const field = random.pick(fields);
    const ofOther = JSON.stringify(random.pick(records)[random.pick(fields)] ?? null);
    const json = random.chance(0.5) ? ofOther : random.pick(others);
    const members = Object.entries(record).map(
      ([name, value]) => `${JSON.stringify(name)}:${name === field ? json : JSON.stringify(value)}`,
    );
    return { field, json, text: `{${members.join()}}` };
  }

  it('are valid as they are', () => {
    for (const record of records) {
      expect(judge(JSON.stringify(record))).toEqual([]);
      expect(isValid(record)).toBe(true);
    }
  });

  it(`are judged alike with values of other fields and of other types in them (seed ${SEED})`, () => {
    const random = new Random(SEED);
    const differing: string[] = [];
    let faulty = 0;
    for (let round = 0; round < 2000; round++) {
      const { field, json, text } = mixed(random);
      const errors = judge(text).filter(({ isExempt, fault }) => isExempt !== true && fault !== 'parcelId');
      const faults = errors.map(({ fault }) => fault);
      if (isBeyondSchema(json, faults)) continue;
      faulty += Math.sign(faults.length);
      if (isValid(JSON.parse(text)) !== (faults.length === 0)) differing.push(`${field} ${json}`);
    }
    expect(differing).toEqual([]);
    expect(faulty).toBeGreaterThan(500);
  });
});
