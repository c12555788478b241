import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import type { Dictionary } from '../../src/dictionary/dictionary.js';
import { dictionaryHash, serialiseDictionary } from '../../src/dictionary/dictionary-file.js';
import { parseDictionary } from '../../src/dictionary/parse-dictionary.js';

const DICTIONARY: Dictionary = {
  version: '2.0',
  resources: [
    {
      name: 'Property',
      elements: [
        {
          // The keys are out of order here, and in order in the file.
          url: 'https://example.org/Area',
          synonyms: ['Size'],
          scale: 2,
          precision: 14,
          type: 'Decimal',
          kind: 'field',
          name: 'Area',
          propertyTypes: ['RESI'],
          payloads: ['IDX'],
          status: 'Active',
        },
        {
          name: 'Media',
          kind: 'expansion',
          target: 'Media',
          isCollection: true,
          synonyms: [],
          propertyTypes: [],
          payloads: [],
        },
      ],
    },
    { name: 'Media', elements: [] },
  ],
  lookups: [
    {
      name: 'Heating',
      values: [{ standardValue: 'Fire "Place" ', legacyODataValue: 'FirePlace', synonyms: ['Côte'] }],
    },
  ],
};

const TEXT = `{
  "generatedBy": "reso-certify generate",
  "version": "2.0",
  "resources": [
    { "name": "Property", "elements": [
      {"name":"Area","kind":"field","type":"Decimal","precision":14,"scale":2,"synonyms":["Size"],"propertyTypes":["RESI"],"payloads":["IDX"],"status":"Active","url":"https://example.org/Area"},
      {"name":"Media","kind":"expansion","target":"Media","isCollection":true,"synonyms":[],"propertyTypes":[],"payloads":[]}
    ] },
    { "name": "Media", "elements": [] }
  ],
  "lookups": [
    { "name": "Heating", "values": [
      {"standardValue":"Fire \\"Place\\" ","legacyODataValue":"FirePlace","synonyms":["Côte"]}
    ] }
  ]
}
`;

const FIELD = {
  name: 'City',
  kind: 'field',
  type: 'String',
  synonyms: [],
  propertyTypes: [],
  payloads: [],
};

describe('a dictionary file', () => {
  it('has one element a line, keys in a fixed order and no absent keys', () => {
    expect(serialiseDictionary(DICTIONARY)).toBe(TEXT);
  });

  it('reads back as the same dictionary', () => {
    const parsed = parseDictionary(TEXT);
    expect(parsed).toEqual(DICTIONARY);
    expect(serialiseDictionary(parsed)).toBe(TEXT);
  });

  it('has the SHA-256 of its text as hash', () => {
    expect(dictionaryHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(dictionaryHash(TEXT)).not.toBe(dictionaryHash(`${TEXT}\n`));
  });

  it('leaves out keys that the model does not know, whatever their names', () => {
    const text = TEXT.replace(
      '{"name":"Media",',
      '{"__proto__":{"status":"Active"},"colour":"blue","name":"Media",',
    );
    expect(text).not.toBe(TEXT);
    expect(serialiseDictionary(parseDictionary(text))).toBe(TEXT);
  });
});

describe('a damaged dictionary file', () => {
  it.each([
    ['', 'The dictionary is damaged: it is no JSON.'],
    ['[]', 'The dictionary is damaged: the document is no object.'],
    ['null', 'The dictionary is damaged: the document is no object.'],
    ['{}', 'The dictionary is damaged: version is missing.'],
    ['{"version":2}', 'The dictionary is damaged: version is no text.'],
    ['{"version":"2.0","resources":{}}', 'The dictionary is damaged: resources is no list.'],
    ['{"version":"2.0","resources":[7]}', 'The dictionary is damaged: resources[0] is no object.'],
    [withElement({ ...FIELD, kind: 'method' }), 'resources[0].elements[0].kind "method" is unknown.'],
    [withElement({ ...FIELD, type: 'Money' }), 'resources[0].elements[0].type "Money" is unknown.'],
    [withElement({ ...FIELD, length: 'long' }), 'resources[0].elements[0].length is no whole number.'],
    [withElement({ ...FIELD, length: -1 }), 'resources[0].elements[0].length is no whole number.'],
    [withElement({ ...FIELD, synonyms: [null] }), 'synonyms holds something that is no text.'],
    [withElement({ ...FIELD, lookupStatus: 'shut' }), 'elements[0].lookupStatus "shut" is unknown.'],
    [withElement({ ...FIELD, kind: 'expansion' }), 'resources[0].elements[0].target is missing.'],
    [
      withElement({ ...FIELD, kind: 'expansion', target: 'Media' }),
      'resources[0].elements[0].isCollection is neither true nor false.',
    ],
    ['{"version":"2.0","resources":[],"lookups":[{"name":"A","values":[{}]}]}', 'standardValue is missing.'],
  ])('%s', (text, message) => {
    const parse = () => parseDictionary(text, 'generated/2.0/dictionary.json');
    expect(parse).toThrow(ConfigurationError);
    expect(parse).toThrow(message);
  });
});

function withElement(element: object): string {
  return JSON.stringify({
    version: '2.0',
    resources: [{ name: 'Property', elements: [element] }],
    lookups: [],
  });
}
