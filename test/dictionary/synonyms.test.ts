import { describe, expect, it } from 'vitest';
import { fieldSynonyms, valueSynonyms } from '../../src/dictionary/synonyms.js';

describe('synonyms of a field keep letters, digits and underscores', () => {
  it.each([
    ['AskingPrice', ['AskingPrice']],
    ['GateCode, DoorCode', ['GateCode', 'DoorCode']],
    [' CAM Charge, Condo Charge', ['CAMCharge', 'CondoCharge']],
    ['CreatedDate.', ['CreatedDate']],
    ['Zip+4,TG#', ['Zip4', 'TG']],
    ["Builder's Tract", ['BuildersTract']],
    ['Under_Score', ['Under_Score']],
    ['B, A, B', ['B', 'A']],
    ['Zip 4, Zip4', ['Zip4']],
    ['price, Price', ['price', 'Price']],
    [', #, .', []],
    ['', []],
    ['__proto__, constructor', ['__proto__', 'constructor']],
  ])('%j', (listed, expected) => {
    expect(fieldSynonyms(listed)).toEqual(expected);
  });
});

describe('synonyms of a lookup value are kept as written', () => {
  it.each([
    ["Cote d'Ivoire, Côte d'Ivoire", ["Cote d'Ivoire", "Côte d'Ivoire"]],
    [' Open ,, Closed ', ['Open', 'Closed']],
    ['Open, Open', ['Open']],
    [' , ', []],
  ])('%j', (listed, expected) => {
    expect(valueSynonyms(listed)).toEqual(expected);
  });
});
