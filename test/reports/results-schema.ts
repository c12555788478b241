import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const SCHEMA = resolve(import.meta.dirname, '../../docs/results.schema.json');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

/** What is wrong with a `results.json` by its published schema; empty when it is right. */
export function schemaErrors(results: unknown): readonly string[] {
  validate(results);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
