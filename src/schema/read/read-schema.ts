import { ConfigurationError } from '../../core/errors.js';
import { decodeJson } from '../../metadata/decode-json.js';
import type { PayloadDefinitions } from '../definitions.js';
import { generateSchema } from '../generate/generate-schema.js';
import { schemaText } from '../generate/json-schema.js';
import { firstDifference } from './first-difference.js';
import { type SchemaSource, sourceOfSchema } from './source-of-schema.js';

const ADVICE =
  'Generate it with "reso-certify schema generate PATH"; to change what it allows, change the metadata.';

/**
 * Reads the definitions and exemptions back from a `schema.json` that this tool wrote. They are taken from its comments and lists of values,
 * and the schema is then generated from them again: a file that says anything else, changed by hand or made by another tool,
 * is refused, since it would be applied in part only.
 *
 * @param file the name of the file, for errors
 * @throws ConfigurationError with the place for what is not JSON, no such schema, or another than its comments say
 */
export function readSchema(bytes: Uint8Array, file: string): SchemaSource {
  const content = decodeJson(bytes, file);
  const source = sourceOfSchema(content);
  if (source === undefined) {
    throw new ConfigurationError('The file is no JSON Schema that reso-certify wrote.', {
      where: file,
      advice: `A schema of another tool would be applied in part only. ${ADVICE}`,
    });
  }
  const fault = faultOf(content, source);
  if (fault === undefined) return source;
  throw new ConfigurationError(`The schema is not as reso-certify wrote it: ${fault}.`, {
    where: file,
    advice: `It was changed by hand, or written by another version of reso-certify, and would be applied in part only. ${ADVICE}`,
  });
}

function faultOf(content: unknown, { definitions, exemptions }: SchemaSource): string | undefined {
  const missing = missingDefinition(definitions);
  if (missing !== undefined) return `it refers to ${missing}, which it does not define`;
  const place = firstDifference(content, JSON.parse(schemaText(generateSchema(definitions, exemptions))));
  if (place === undefined) return undefined;
  return `it differs at ${place === '' ? 'its root' : place}`;
}

/** What a field refers to and nobody defines. */
function missingDefinition({ resources, complexTypes, lookups }: PayloadDefinitions): string | undefined {
  for (const { fields } of [...resources.values(), ...complexTypes.values()]) {
    for (const { type } of fields.values()) {
      if (type.kind === 'expansion' && !resources.has(type.resource)) return type.resource;
      if (type.kind === 'complex' && !complexTypes.has(type.typeName)) return type.typeName;
      if (type.kind === 'lookup' && !lookups.has(type.lookup)) return type.lookup;
    }
  }
  return undefined;
}
