import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
addFormats.default(ajv);
const results = compile('results.schema.json');
const variations = compile('variations.schema.json');

/** What is wrong with a `results.json` by its published schema; empty when it is right. */
export function schemaErrors(content: unknown): readonly string[] {
  return errorsOf(results, content);
}

/** What is wrong with a `data-dictionary-variations.json` by its published schema; empty when it is right. */
export function variationsSchemaErrors(content: unknown): readonly string[] {
  return errorsOf(variations, content);
}

function compile(name: string): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../docs', name), 'utf8')));
}

function errorsOf(validate: ValidateFunction, content: unknown): readonly string[] {
  validate(content);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
