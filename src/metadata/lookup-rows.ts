import { ConfigurationError } from '../core/errors.js';
import { decodeJson } from './decode-json.js';

/** One row of the Lookup Resource (RCP-40, section 2.2). Only strings count; null and other types are absent. */
export interface LookupRow {
  readonly lookupKey?: string;
  readonly lookupName?: string;
  readonly lookupValue?: string;
  /** The empty string is absent. */
  readonly standardLookupValue?: string;
  /** The empty string is absent. */
  readonly legacyODataValue?: string;
  /** The place of the row among all rows, from 1. */
  readonly row: number;
  /** The row as received. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The rows of the Lookup Resource, in the order in which they came. */
export interface LookupRows {
  readonly rows: readonly LookupRow[];
  /** The rows of each LookupName, in that order; rows without one are left out. */
  readonly byLookupName: ReadonlyMap<string, readonly LookupRow[]>;
}

const ADVICE =
  'Give { "lookups": [rows] } as reso-certify saves it, an array of rows, or an OData answer { "value": [rows] }.';

/**
 * Parses a lookup file: `{ lookups: [rows] }`, a bare array of rows, or an OData answer `{ value: [rows] }`, in UTF-8
 * with or without byte order mark.
 *
 * @param file the name of the file, for errors
 * @throws {ConfigurationError} with line and column for what is not JSON, and for another shape than these
 */
export function parseLookupRows(bytes: Uint8Array, file: string): LookupRows {
  const rows = rowsIn(decodeJson(bytes, file), file);
  return lookupRows(rows.map((row, index) => recordOf(row, index, file)));
}

/** Rows as received from a server or a file, indexed. */
export function lookupRows(received: readonly Readonly<Record<string, unknown>>[]): LookupRows {
  const rows = received.map(lookupRow);
  const byLookupName = new Map<string, LookupRow[]>();
  for (const row of rows) {
    if (row.lookupName === undefined) continue;
    const before = byLookupName.get(row.lookupName);
    if (before === undefined) byLookupName.set(row.lookupName, [row]);
    else before.push(row);
  }
  return { rows, byLookupName };
}

function rowsIn(content: unknown, file: string): readonly unknown[] {
  if (Array.isArray(content)) return content;
  if (!isRecord(content)) throw wrong(file, 'The lookup file holds neither an object nor an array.');
  if (Array.isArray(own(content, 'fields'))) {
    throw wrong(file, 'The file is a metadata report, whose lookups are no rows of the Lookup Resource.');
  }
  for (const key of ['lookups', 'value']) {
    const rows = own(content, key);
    if (Array.isArray(rows)) return rows;
  }
  throw wrong(file, 'The lookup file has neither an array "lookups" nor an array "value".');
}

function recordOf(row: unknown, index: number, file: string): Readonly<Record<string, unknown>> {
  if (isRecord(row)) return row;
  throw wrong(file, `Row ${index + 1} of the lookup file is no object.`);
}

function lookupRow(raw: Readonly<Record<string, unknown>>, index: number): LookupRow {
  return Object.freeze({
    ...text('lookupKey', own(raw, 'LookupKey')),
    ...text('lookupName', own(raw, 'LookupName')),
    ...text('lookupValue', own(raw, 'LookupValue')),
    ...filled('standardLookupValue', own(raw, 'StandardLookupValue')),
    ...filled('legacyODataValue', own(raw, 'LegacyODataValue')),
    row: index + 1,
    raw,
  });
}

function text<K extends string>(key: K, value: unknown): { readonly [P in K]?: string } {
  return typeof value === 'string' ? ({ [key]: value } as { readonly [P in K]: string }) : {};
}

function filled<K extends string>(key: K, value: unknown): { readonly [P in K]?: string } {
  return value === '' ? {} : text(key, value);
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(file: string, what: string): ConfigurationError {
  return new ConfigurationError(what, { where: file, advice: ADVICE });
}
