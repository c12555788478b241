import { describe, expect, it } from 'vitest';
import { faultsIn, propertyWith } from './payloads.js';
import { generated, withAjv, withHyperjump } from './schema-validators.js';
import { TYPE_CASES, TYPES } from './type-values.js';

/**
 * The schema and the validator come from the same definitions and must say the same. What JSON Schema cannot express is
 * named with its reason, and must really differ.
 */
describe.each(TYPE_CASES)('$declaration', async ({ declaration, values, beyondSchema = {} }) => {
  const definitions = propertyWith(`<Property Name="X" ${declaration}/>`, TYPES);
  const schema = generated(definitions);
  const validators = [
    ['Ajv', withAjv(schema, 'Property')],
    ['Hyperjump', await withHyperjump(schema, 'Property')],
  ] as const;

  it.each(validators)('is judged by %s as by the validator', (_name, isValid) => {
    const differing = values.filter(([json]) => {
      const record = `{"X":${json}}`;
      return isValid(JSON.parse(record)) !== (faultsIn(definitions, record).length === 0);
    });
    expect(differing.map(([json]) => json)).toEqual(Object.keys(beyondSchema));
  });
});
