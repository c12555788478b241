import { describe, expect, it } from 'vitest';
import { generateSchema } from '../../src/schema/generate/generate-schema.js';
import { schemaText } from '../../src/schema/generate/json-schema.js';
import { readSchema } from '../../src/schema/read/read-schema.js';
import { propertyWith, told } from './payloads.js';
import { generated, withAjv, withHyperjump } from './schema-validators.js';

/** A string of at most five characters, annotated with the LookupName `City`. */
const annotated = (name: string, type: string) =>
  `<Property Name="${name}" Type="${type}" MaxLength="5"><Annotation Term="RESO.OData.Metadata.LookupName" String="City"/></Property>`;

const DEFINITIONS = propertyWith(
  annotated('City', 'Edm.String') +
    annotated('Cities', 'Collection(Edm.String)') +
    annotated('MLSAreaMajor', 'Edm.String'),
  '',
  { City: ['Paris', 'Dawson'] },
);
const TOO_LONG = 'MUST have a maximum advertised length of 5 characters';

describe('an annotated string with a length', async () => {
  const schema = generated(DEFINITIONS);
  const validators = [withAjv(schema, 'Property'), await withHyperjump(schema, 'Property')];

  it.each<[string, readonly string[]]>([
    ['{"City":"Paris","Cities":["Paris"],"MLSAreaMajor":"Paris"}', []],
    ['{"City":null,"Cities":[],"MLSAreaMajor":null}', []],
    ['{"City":"Dawson"}', [`maxLength City: ${TOO_LONG}`]],
    ['{"Cities":["Paris","Dawson"]}', [`maxLength Cities: ${TOO_LONG}`]],
    ['{"City":"Far away"}', ['enum City: "Far away"']],
    ['{"MLSAreaMajor":"Far away"}', ['enum MLSAreaMajor: "Far away"', `maxLength MLSAreaMajor: ${TOO_LONG}`]],
  ])('allows what is advertised and not longer: %s', (record, faults) => {
    expect(told(DEFINITIONS, record)).toEqual(faults);
    for (const isValid of validators) expect(isValid(JSON.parse(record))).toBe(faults.length === 0);
  });

  it('may have values that are not advertised where it is exempt, with a warning', () => {
    const record = '{"MLSAreaMajor":"Far"}';
    expect(told(DEFINITIONS, record)).toEqual(['enum MLSAreaMajor: "Far"']);
    for (const isValid of validators) expect(isValid(JSON.parse(record))).toBe(true);
  });

  it('is read back from the schema', () => {
    const text = schemaText(generateSchema(DEFINITIONS));
    expect(readSchema(Buffer.from(text), 'schema.json').definitions).toEqual(DEFINITIONS);
  });
});
