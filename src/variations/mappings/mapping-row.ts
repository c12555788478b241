/** The columns of a mappings file, in the order in which they are written. */
export const COLUMNS = [
  'Resource Name',
  'Field Name',
  'Lookup Value',
  'Suggested Resource Name',
  'Suggested Field Name',
  'Suggested Lookup Value',
  'Suggested Related Resource Name',
  'Suggested Related Field Name',
  'Suggested Related Lookup Value',
  'Outcome',
  'Source',
  'Ignore',
  'Reason',
  'Expires',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The cells of a row as they are written; a cell that is not there is blank. */
export type Cells = Readonly<Partial<Record<Column, string>>>;

/** A row of a mappings file. */
export interface MappingRow {
  /** The line on which it starts, from 1. */
  readonly line: number;
  readonly cells: Cells;
}

/** A cell as it is written; nothing for a blank one. */
export function cellOf(cells: Cells, column: Column): string | undefined {
  const cell = cells[column];
  return cell === undefined || cell.trim() === '' ? undefined : cell;
}

/** The column of that name, blanks around it passed over. */
export function columnNamed(name: string): Column | undefined {
  return COLUMNS.find((column) => column === name.trim());
}
