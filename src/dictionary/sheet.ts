import { ConfigurationError } from '../core/errors.js';
import { CellFault, cellCount, cellText } from './cell.js';

/** A sheet as it came: the cells of its rows, the headings first. */
export interface RawSheet {
  readonly file: string;
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * One row of a sheet, read by the headings of its columns. What cannot be read is a ConfigurationError that names
 * file, sheet, row (as the spreadsheet program counts them) and column.
 */
export class SheetRow<Column extends string> {
  readonly #cells: readonly unknown[];
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #file: string;
  /** Such as `sheet "Fields", row 12`. */
  readonly place: string;

  constructor(sheet: RawSheet, columns: ReadonlyMap<Column, number>, index: number) {
    this.#cells = sheet.rows[index] ?? [];
    this.#columns = columns;
    this.#file = sheet.file;
    this.place = `sheet "${sheet.name}", row ${index + 1}`;
  }

  /** The text without blanks around it, or nothing. */
  text(column: Column): string | undefined {
    return this.exactText(column)?.trim();
  }

  /** The text to the byte, or nothing when the cell is empty or blank. */
  exactText(column: Column): string | undefined {
    return this.#read(column, cellText);
  }

  /** A whole number, zero or more, or nothing. */
  count(column: Column): number | undefined {
    return this.#read(column, cellCount);
  }

  /** The parts between commas, trimmed, without empty ones. */
  list(column: Column): readonly string[] {
    const parts = this.text(column)?.split(',') ?? [];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  /** The text to the byte, which must be there. */
  requiredExactText(column: Column): string {
    const text = this.exactText(column);
    if (text === undefined) throw this.fault(column, 'the cell is empty. Enter the name, or remove the row.');
    return text;
  }

  /** The text without blanks around it, which must be there. */
  requiredText(column: Column): string {
    return this.requiredExactText(column).trim();
  }

  /** An error about one cell; `what` says what is wrong and what to do. */
  fault(column: Column, what: string): ConfigurationError {
    return new ConfigurationError(`${this.place}, column "${column}": ${what}`, { where: this.#file });
  }

  #read<T>(column: Column, read: (cell: unknown) => T): T {
    try {
      return read(this.#cells[this.#columns.get(column) ?? -1]);
    } catch (error) {
      throw error instanceof CellFault ? this.fault(column, error.message) : error;
    }
  }
}

/**
 * The rows of a sheet under its headings, without those that are empty from end to end.
 *
 * @throws ConfigurationError for a heading that is missing or stands there twice
 */
export function rowsOf<Column extends string>(
  sheet: RawSheet,
  headings: readonly Column[],
): readonly SheetRow<Column>[] {
  const columns = columnsOf(sheet, headings);
  return sheet.rows.flatMap((cells, index) =>
    index === 0 || cells.every(isEmpty) ? [] : [new SheetRow(sheet, columns, index)],
  );
}

function columnsOf<Column extends string>(
  sheet: RawSheet,
  headings: readonly Column[],
): ReadonlyMap<Column, number> {
  const present = (sheet.rows[0] ?? []).map((cell) => String(cell ?? '').trim());
  return new Map(headings.map((heading) => [heading, positionOf(sheet, present, heading)]));
}

function positionOf(sheet: RawSheet, present: readonly string[], heading: string): number {
  const position = present.indexOf(heading);
  if (position !== -1 && present.lastIndexOf(heading) === position) return position;
  const what = position === -1 ? 'is missing' : 'stands there twice';
  throw new ConfigurationError(`sheet "${sheet.name}": the column "${heading}" ${what}.`, {
    where: sheet.file,
    advice: `The first row of the sheet must hold the heading "${heading}" once.`,
  });
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
