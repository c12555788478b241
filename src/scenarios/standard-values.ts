import type { DataTable } from '@cucumber/cucumber';
import type { StandardValue } from '../variations/standard-value.js';

/** The values of a step's table, by its two headings. Throws an Error when a heading is missing. */
export function toStandardValues(table: DataTable): readonly StandardValue[] {
  const [heading = [], ...rows] = table.raw();
  const legacy = columnOf(heading, 'LegacyODataValue');
  const standard = columnOf(heading, 'StandardLookupValue');
  return rows.map((row) => ({ legacyODataValue: row[legacy] ?? '', standardValue: row[standard] ?? '' }));
}

function columnOf(heading: readonly string[], name: string): number {
  const column = heading.indexOf(name);
  if (column < 0) throw new Error(`the table of standard lookups has no column "${name}"`);
  return column;
}
