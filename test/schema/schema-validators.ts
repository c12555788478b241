import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { PayloadDefinitions } from '../../src/schema/definitions.js';
import { generateSchema } from '../../src/schema/generate/generate-schema.js';
import { schemaText } from '../../src/schema/generate/json-schema.js';

/** A generated schema as a user of it reads it. */
export interface ReadSchema {
  readonly $id: string;
  readonly $defs: Readonly<Record<string, { readonly $id: string }>>;
}

/** Says whether a value is valid. */
export type Verdict = (value: unknown) => boolean;

export function generated(definitions: PayloadDefinitions): ReadSchema {
  return JSON.parse(schemaText(generateSchema(definitions))) as ReadSchema;
}

/** A definition of a schema, compiled by Ajv in strict mode. */
export function withAjv(schema: ReadSchema, definition: string): Verdict {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  ajv.compile(schema);
  const judge = ajv.getSchema(idOf(schema, definition));
  if (judge === undefined) throw new Error(`Ajv does not find ${definition}`);
  return (value) => judge(value) === true;
}

/** The same by Hyperjump's validator, which shares nothing with Ajv. */
export async function withHyperjump(schema: ReadSchema, definition: string): Promise<Verdict> {
  unregisterSchema(schema.$id);
  registerSchema(structuredClone(schema) as never);
  const judge = await validate(`${schema.$id}#/$defs/${definition}`);
  return (value) => judge(value as never).valid;
}

function idOf({ $defs }: ReadSchema, definition: string): string {
  const found = $defs[definition];
  if (found === undefined) throw new Error(`The schema has no ${definition}`);
  return found.$id;
}
