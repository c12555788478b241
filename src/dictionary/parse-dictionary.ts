import { ConfigurationError } from '../core/errors.js';
import type { Dictionary } from './dictionary.js';
import { ELEMENT, EXPANSION, FIELD, LOOKUP_VALUE, type Shape } from './dictionary-shape.js';

/**
 * The dictionary in the text of a `dictionary.json`. The objects are those of the JSON itself, looked at once and not
 * copied: a run reads some 5,000 of them before it can start.
 *
 * @param file where the text comes from, for error messages
 * @throws ConfigurationError for text that is no JSON or has not the shape of a dictionary
 */
export function parseDictionary(text: string, file?: string): Dictionary {
  const root = toObject(parseJson(text, file), 'the document', file);
  check(root, { version: 'text' }, '', file);
  const resources = eachObject(root, 'resources', '', file, (resource, path) => {
    check(resource, { name: 'text' }, path, file);
    eachObject(resource, 'elements', path, file, (element, place) => {
      check(element, ELEMENT, place, file);
      check(element, element['kind'] === 'expansion' ? EXPANSION : FIELD, place, file);
    });
  });
  const lookups = eachObject(root, 'lookups', '', file, (lookup, path) => {
    check(lookup, { name: 'text' }, path, file);
    eachObject(lookup, 'values', path, file, (value, place) => check(value, LOOKUP_VALUE, place, file));
  });
  // Every key that the type names has just been looked at.
  return { version: root['version'], resources, lookups } as Dictionary;
}

type JsonObject = Readonly<Record<string, unknown>>;

function check(object: JsonObject, shape: Shape, path: string, file: string | undefined): void {
  for (const key in shape) {
    const fault = faultOf(object[key], shape[key] ?? 'text');
    if (fault !== undefined) throw damaged(`${path}${path === '' ? '' : '.'}${key} ${fault}`, file);
  }
}

function faultOf(value: unknown, kind: Shape[string]): string | undefined {
  if (value === undefined) return kind === 'maybe text' || kind === 'maybe count' ? undefined : missing(kind);
  if (typeof kind === 'object') return choiceFault(value, kind);
  if (kind === 'texts') return textsFault(value);
  if (kind === 'flag') return typeof value === 'boolean' ? undefined : 'is neither true nor false';
  if (kind === 'maybe count') return isCount(value) ? undefined : 'is no whole number';
  return typeof value === 'string' ? undefined : 'is no text';
}

function missing(kind: Shape[string]): string | undefined {
  if (typeof kind === 'object' && kind.isOptional) return undefined;
  if (kind === 'flag') return 'is neither true nor false';
  return kind === 'texts' ? 'is no list' : 'is missing';
}

function choiceFault(
  value: unknown,
  { choices }: { readonly choices: ReadonlySet<unknown> },
): string | undefined {
  if (choices.has(value)) return undefined;
  return typeof value === 'string' ? `"${value}" is unknown` : 'is no text';
}

function textsFault(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'is no list';
  return value.every((item) => typeof item === 'string') ? undefined : 'holds something that is no text';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function eachObject(
  owner: JsonObject,
  key: string,
  ownerPath: string,
  file: string | undefined,
  visit: (item: JsonObject, path: string) => void,
): unknown {
  const path = ownerPath === '' ? key : `${ownerPath}.${key}`;
  const list = owner[key];
  if (!Array.isArray(list)) throw damaged(`${path} is no list`, file);
  for (let at = 0; at < list.length; at++) {
    const place = `${path}[${at}]`;
    visit(toObject(list[at], place, file), place);
  }
  return list;
}

function toObject(value: unknown, path: string, file: string | undefined): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw damaged(`${path} is no object`, file);
}

function damaged(what: string, file: string | undefined): ConfigurationError {
  return new ConfigurationError(`The dictionary is damaged: ${what}.`, {
    ...(file === undefined ? {} : { where: file }),
    advice: 'Make it anew with `reso-certify generate`.',
  });
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
