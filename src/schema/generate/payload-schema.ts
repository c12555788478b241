import { escapePattern } from '../text-patterns.js';
import type { SchemaIdentifiers } from './identifiers.js';
import type { SchemaObject } from './json-schema.js';

const CONTEXT = '@odata.context';

/**
 * The schema of a whole response: its `@odata.context` names the resource, and each record in `value`, or the response
 * itself where it has no such array, is one of that resource.
 */
export function payloadSchema(resources: readonly string[], identifiers: SchemaIdentifiers): SchemaObject {
  if (resources.length === 0) return { not: {} };
  return {
    type: 'object',
    properties: { [CONTEXT]: { type: 'string', pattern: contextPattern(resources) } },
    required: [CONTEXT],
    allOf: resources.map((resource) => ({
      if: { properties: { [CONTEXT]: { type: 'string', pattern: contextPattern([resource]) } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in data that nobody awaits
      then: recordsOf(identifiers.resource(resource)),
    })),
  };
}

function recordsOf($ref: string): SchemaObject {
  return {
    if: { properties: { value: { type: 'array' } }, required: ['value'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in data that nobody awaits
    then: { properties: { value: { type: 'array', items: { $ref } } } },
    else: { $ref },
  };
}

/** `…$metadata#Property`, with or without a select list, a key or `/$entity` (OData Protocol 4.01, section 10). */
function contextPattern(resources: readonly string[]): string {
  return `#(?:${resources.map(escapePattern).join('|')})(?:[(/]|$)`;
}
