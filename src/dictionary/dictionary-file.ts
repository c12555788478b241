import { createHash } from 'node:crypto';
import type { Dictionary } from './dictionary.js';

/** Where a generated file names what made it. */
export const GENERATED_BY = 'reso-certify generate';

/** The keys of an element or a lookup value, in the order in which they are written; no other key is written. */
const ELEMENT_KEYS = [
  'name',
  'kind',
  'type',
  'length',
  'precision',
  'scale',
  'lookup',
  'lookupStatus',
  'target',
  'isCollection',
  'synonyms',
  'propertyTypes',
  'payloads',
  'status',
  'url',
];
const VALUE_KEYS = ['standardValue', 'legacyODataValue', 'synonyms', 'status', 'url'];

/**
 * A dictionary as the JSON text of `generated/<version>/dictionary.json`. The same dictionary gives the same bytes:
 * fixed key order, one element or lookup value a line, so that a change of the standard reads as changed lines.
 */
export function serialiseDictionary(dictionary: Dictionary): string {
  const resources = dictionary.resources.map(({ name, elements }) =>
    group(name, 'elements', elements, ELEMENT_KEYS),
  );
  const lookups = dictionary.lookups.map(({ name, values }) => group(name, 'values', values, VALUE_KEYS));
  const entries = [
    `"generatedBy": ${JSON.stringify(GENERATED_BY)}`,
    `"version": ${JSON.stringify(dictionary.version)}`,
    `"resources": ${array(resources, '  ')}`,
    `"lookups": ${array(lookups, '  ')}`,
  ];
  return `{\n  ${entries.join(',\n  ')}\n}\n`;
}

/** The SHA-256 of a dictionary file's text, in hexadecimal. It tells a changed reference from a changed verdict. */
export function dictionaryHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function group(name: string, key: string, items: readonly object[], keys: readonly string[]): string {
  // A list of names as second argument makes JSON.stringify write these keys only, in this order.
  const lines = items.map((item) => JSON.stringify(item, [...keys]));
  return `{ "name": ${JSON.stringify(name)}, "${key}": ${array(lines, '    ')} }`;
}

function array(items: readonly string[], indent: string): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`;
}
