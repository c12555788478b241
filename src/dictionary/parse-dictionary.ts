import { ConfigurationError } from '../core/errors.js';
import { deepFreeze } from './deep-freeze.js';
import {
  DATA_TYPES,
  type Dictionary,
  type DictionaryElement,
  type DictionaryLookupValue,
} from './dictionary.js';
import { JsonNode } from './json-node.js';
import { optional } from './optional.js';

const LOOKUP_STATUSES = ['open', 'open with enumerations', 'closed'] as const;

/**
 * The dictionary in the text of a `dictionary.json`, frozen. Keys that the model does not know are left out.
 *
 * @param file where the text comes from, for error messages
 * @throws ConfigurationError for text that is no JSON or has not the shape of a dictionary
 */
export function parseDictionary(text: string, file?: string): Dictionary {
  const root = new JsonNode(parseJson(text, file), '', file);
  return deepFreeze({
    version: root.text('version'),
    resources: root.nodes('resources').map((node) => ({
      name: node.text('name'),
      elements: node.nodes('elements').map(elementOf),
    })),
    lookups: root.nodes('lookups').map((node) => ({
      name: node.text('name'),
      values: node.nodes('values').map(lookupValueOf),
    })),
  });
}

function elementOf(node: JsonNode): DictionaryElement {
  const both = {
    name: node.text('name'),
    synonyms: node.texts('synonyms'),
    propertyTypes: node.texts('propertyTypes'),
    payloads: node.texts('payloads'),
    ...statusAndUrl(node),
  };
  const kind = node.choice('kind', ['field', 'expansion']);
  if (kind === 'expansion') {
    return { ...both, kind, target: node.text('target'), isCollection: node.flag('isCollection') };
  }
  return {
    ...both,
    kind,
    type: node.choice('type', DATA_TYPES),
    ...optional('length', node.optionalCount('length')),
    ...optional('precision', node.optionalCount('precision')),
    ...optional('scale', node.optionalCount('scale')),
    ...optional('lookup', node.optionalText('lookup')),
    ...optional('lookupStatus', node.optionalChoice('lookupStatus', LOOKUP_STATUSES)),
  };
}

function lookupValueOf(node: JsonNode): DictionaryLookupValue {
  return {
    standardValue: node.text('standardValue'),
    legacyODataValue: node.text('legacyODataValue'),
    synonyms: node.texts('synonyms'),
    ...statusAndUrl(node),
  };
}

function statusAndUrl(node: JsonNode) {
  return {
    ...optional('status', node.optionalText('status')),
    ...optional('url', node.optionalText('url')),
  };
}

function parseJson(text: string, file: string | undefined): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConfigurationError('The dictionary is damaged: it is no JSON.', {
      ...(file === undefined ? {} : { where: file }),
      advice: 'Make it anew with `reso-certify generate`.',
      cause,
    });
  }
}
