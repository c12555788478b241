import { decodeText } from '../../config/decode-text.js';
import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import { type MappingEntry, toEntry } from './mapping-entry.js';
import type { MappingRow } from './mapping-row.js';
import { readCsvRows } from './read-csv-rows.js';
import { readJsonRows } from './read-json-rows.js';

/** What people decided, in the order of their file. */
export interface Mappings {
  readonly file: string;
  readonly entries: readonly MappingEntry[];
}

/**
 * Reads a mappings file, CSV or JSON, in UTF-8 with or without byte order mark.
 *
 * @param file its name, for errors; one that ends in `.json` is JSON, and so is a file that starts like it
 * @throws ConfigurationError with file and line for whatever cannot be read or is not standard
 */
export function readMappings(bytes: Uint8Array, file: string, dictionary: DictionaryIndex): Mappings {
  const entries = readRows(bytes, file).map((row) => toEntry(row, file, dictionary));
  return { file, entries };
}

/** The rows of a mappings file as they are written. @throws ConfigurationError with file and line */
export function readRows(bytes: Uint8Array, file: string): readonly MappingRow[] {
  const text = decodeText(bytes, file);
  const isJson = file.toLowerCase().endsWith('.json') || /^\s*[[{]/.test(text);
  return isJson ? readJsonRows(text, file) : readCsvRows(text, file);
}
