import { ConfigurationError } from '../core/errors.js';
import { decodeJson } from '../metadata/decode-json.js';
import { type Exemption, Exemptions } from './exemptions.js';

const ADVICE =
  'Give the fields by resource, { "Property": ["MLSAreaMajor"] }, or as a list, [{ "resourceName": "Property", "fieldName": "MLSAreaMajor" }].';

/**
 * Reads a file of exempt fields, in UTF-8: by resource, `{ "Property": ["MLSAreaMajor"] }`, or as a list of `{ resourceName,
 * fieldName }` or `"Property.MLSAreaMajor"`. It replaces the standard list; an empty one exempts nothing.
 *
 * @param file the name of the file, for errors
 * @throws ConfigurationError for what is not JSON, with line and column, and for another shape, with the place
 */
export function readExemptions(bytes: Uint8Array, file: string): Exemptions {
  const content = decodeJson(bytes, file);
  if (Array.isArray(content)) {
    return new Exemptions(content.map((entry, index) => fromEntry(entry, index, file)));
  }
  if (!isObject(content)) throw wrong('The file holds neither an object nor a list', file);
  return new Exemptions(
    Object.entries(content).flatMap(([resource, fields]) => fromFields(resource, fields, file)),
  );
}

function fromEntry(entry: unknown, index: number, file: string): Exemption {
  const { resourceName, fieldName } = isObject(entry) ? entry : dotted(entry);
  if (isName(resourceName) && isName(fieldName)) return { resource: resourceName, field: fieldName };
  throw wrong(`Entry ${index + 1} has not both a resourceName and a fieldName`, file);
}

/** `Property.MLSAreaMajor` */
function dotted(entry: unknown): { readonly resourceName?: unknown; readonly fieldName?: unknown } {
  if (typeof entry !== 'string') return {};
  const [resourceName, fieldName, ...rest] = entry.split('.');
  return rest.length > 0 ? {} : { resourceName, fieldName };
}

function fromFields(resource: string, fields: unknown, file: string): readonly Exemption[] {
  if (!Array.isArray(fields) || !fields.every(isName)) {
    throw wrong(`"${resource}" has no list of names of fields`, file);
  }
  return fields.map((field) => ({ resource, field }));
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(what: string, file: string): ConfigurationError {
  return new ConfigurationError(`${what}.`, { where: file, advice: ADVICE });
}
