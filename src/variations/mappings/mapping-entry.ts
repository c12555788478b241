import { errorAt, placeOf } from '../../config/source-error.js';
import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import { type Cells, cellOf, type MappingRow } from './mapping-row.js';
import { findTarget, type MappingTarget, type TargetNames } from './mapping-target.js';

/** Who says so. Fast Track suggestions bind in the next major version. */
export type MappingSource = 'Admin Review' | 'Fast Track' | 'Suggestion';

/** What people decided in one row: whether a local element is something else, or what it should be. */
export interface MappingEntry {
  readonly row: MappingRow;
  /** The row as errors and messages name it: `mappings.csv:4`. */
  readonly at: string;
  readonly resource: string;
  readonly field?: string;
  readonly value?: string;
  readonly suggestion?: MappingTarget;
  readonly related?: MappingTarget;
  readonly source: MappingSource;
  readonly isIgnored: boolean;
  readonly reason: string;
  /** The last day on which it counts, `YYYY-MM-DD` in UTC. */
  readonly expires?: string;
}

/**
 * The entry of a row.
 *
 * @throws ConfigurationError with file and line for a row that names no element, a suggestion that is not standard, and
 *   a cell that cannot be read
 */
export function toEntry(row: MappingRow, file: string, dictionary: DictionaryIndex): MappingEntry {
  const { cells, line } = row;
  const name = nameOf(row, file);
  const suggested = suggestedNames(cells);
  const related = relatedNames(cells);
  const expires = expiresOf(row, file);
  const target = (names: TargetNames) => standardTarget(names, row, file, dictionary);
  return {
    row,
    at: placeOf(file, line),
    ...name,
    ...(isGiven(suggested) ? { suggestion: target(completed(suggested, name)) } : {}),
    ...(isGiven(related) ? { related: target(completed(related, { ...name, ...given(suggested) })) } : {}),
    source: sourceOf(cells),
    isIgnored: isIgnored(row, file),
    reason: cellOf(cells, 'Reason')?.trim() ?? '',
    ...(expires === undefined ? {} : { expires }),
  };
}

interface ElementName {
  readonly resource: string;
  readonly field?: string;
  readonly value?: string;
}

function nameOf({ cells, line }: MappingRow, file: string): ElementName {
  const [resource, field, value] = [
    cellOf(cells, 'Resource Name'),
    cellOf(cells, 'Field Name'),
    cellOf(cells, 'Lookup Value'),
  ];
  if (resource === undefined && field === undefined && value === undefined) {
    throw errorAt(
      file,
      line,
      'The row names nothing: Resource Name, Field Name and Lookup Value are empty.',
      'Fill them in, or remove the row.',
    );
  }
  if (resource === undefined) throw errorAt(file, line, 'The row has no Resource Name.', 'Fill it in.');
  if (value !== undefined && field === undefined) {
    throw errorAt(file, line, 'The row has a Lookup Value, but no Field Name.', 'Fill it in.');
  }
  return { resource, ...(field === undefined ? {} : { field }), ...(value === undefined ? {} : { value }) };
}

function suggestedNames(cells: Cells): TargetNames {
  return {
    resource: cellOf(cells, 'Suggested Resource Name'),
    field: cellOf(cells, 'Suggested Field Name'),
    value: cellOf(cells, 'Suggested Lookup Value'),
  };
}

function relatedNames(cells: Cells): TargetNames {
  return {
    resource: cellOf(cells, 'Suggested Related Resource Name'),
    field: cellOf(cells, 'Suggested Related Field Name'),
    value: cellOf(cells, 'Suggested Related Lookup Value'),
  };
}

function isGiven({ resource, field, value }: TargetNames): boolean {
  return (resource ?? field ?? value) !== undefined;
}

/** Names that a suggestion leaves out are those of the element itself. */
function completed({ resource, field, value }: TargetNames, own: ElementName): TargetNames {
  return {
    resource: resource ?? own.resource,
    field: field ?? (value === undefined ? undefined : own.field),
    value,
  };
}

function given({ resource, field }: TargetNames): Partial<ElementName> {
  return { ...(resource === undefined ? {} : { resource }), ...(field === undefined ? {} : { field }) };
}

function standardTarget(
  names: TargetNames,
  { line }: MappingRow,
  file: string,
  dictionary: DictionaryIndex,
): MappingTarget {
  const target = findTarget(names, dictionary);
  if ('fault' in target) throw errorAt(file, line, target.fault, target.advice);
  return target;
}

function sourceOf(cells: Cells): MappingSource {
  const source = cellOf(cells, 'Source')?.trim().toLowerCase();
  if (source === 'admin review') return 'Admin Review';
  return source === 'fast track' ? 'Fast Track' : 'Suggestion';
}

function isIgnored({ cells, line }: MappingRow, file: string): boolean {
  const ignore = cellOf(cells, 'Ignore')?.trim().toLowerCase();
  if (ignore === undefined || /^(?:no|n|false)$/.test(ignore)) return false;
  if (/^(?:yes|y|true|x)$/.test(ignore)) return true;
  throw errorAt(file, line, `Ignore is "${ignore}".`, 'Write yes, or leave it empty.');
}

function expiresOf({ cells, line }: MappingRow, file: string): string | undefined {
  const expires = cellOf(cells, 'Expires')?.trim();
  if (expires === undefined || isDate(expires)) return expires;
  throw errorAt(file, line, `Expires is "${expires}", which is no date.`, 'Write it as 2026-12-31.');
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
