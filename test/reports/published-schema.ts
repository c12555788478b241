import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const DOCS = resolve(import.meta.dirname, '../../docs');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
addFormats.default(ajv);
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value by a schema that is published in `docs`; empty when it is right. */
export function errorsBy(schema: string, value: unknown): readonly string[] {
  const validate =
    compiled.get(schema) ?? ajv.compile(JSON.parse(readFileSync(resolve(DOCS, schema), 'utf8')));
  compiled.set(schema, validate);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
