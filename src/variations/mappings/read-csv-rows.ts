import { CsvError, parse } from 'csv-parse/sync';
import { errorAt } from '../../config/source-error.js';
import { didYouMean } from '../../core/nearest-name.js';
import { TextPositions } from '../../core/text-position.js';
import { COLUMNS, type Column, columnNamed, type MappingRow } from './mapping-row.js';
import { fromSpreadsheetCell } from './spreadsheet-cell.js';

/** What is amiss with a CSV file, by the library's codes. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A cell in quotation marks is not closed.',
  CSV_INVALID_CLOSING_QUOTE: 'A quotation mark ends a cell here, but the cell goes on.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands in the middle of a cell without quotation marks.',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'The row has more cells than there are columns.',
};

/**
 * The rows of a CSV file (RFC 4180) with a heading. A row may leave cells at its end out.
 *
 * @throws ConfigurationError with file and line for broken CSV, for a column that is unknown or comes again, and for a
 *   file without any
 */
export function readCsvRows(text: string, file: string): readonly MappingRow[] {
  const [heading, ...records] = parseCsv(text, file);
  if (heading === undefined)
    throw errorAt(file, 1, 'The file is empty.', `Its columns are ${COLUMNS.join(', ')}.`);
  const columns = toColumns(heading, file);
  return records.map(({ line, record }) => {
    const cells: Partial<Record<Column, string>> = {};
    for (const [at, cell] of record.entries()) {
      const column = columns[at];
      if (column !== undefined) cells[column] = fromSpreadsheetCell(cell);
    }
    return { line, cells };
  });
}

interface CsvRecord {
  readonly line: number;
  readonly record: readonly string[];
}

function parseCsv(text: string, file: string): readonly CsvRecord[] {
  const lines = new RecordLines(text);
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count_less: true,
      on_record: (record: readonly string[], { bytes }) => {
        records.push({ line: lines.next(bytes), record });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const what = FAULTS[error.code] ?? error.message;
    throw errorAt(file, lines.next(), what, 'Correct the line, or save the file again.');
  }
  return records;
}

/** The lines on which records start. The parser's own count takes a line end within a cell for two. */
class RecordLines {
  readonly #bytes: Buffer;
  readonly #positions: TextPositions;
  #start = 0;

  constructor(text: string) {
    this.#bytes = Buffer.from(text);
    // Line ends are the same single bytes in UTF-8 as in Latin-1, where each byte is a character.
    this.#positions = new TextPositions(this.#bytes.toString('latin1'));
  }

  /** The line of the record that starts after the last one, past empty lines; `end` is where the record ends. */
  next(end = this.#start): number {
    while (/[\r\n]/.test(this.#bytes.toString('latin1', this.#start, this.#start + 1))) this.#start += 1;
    const { line } = this.#positions.at(this.#start);
    this.#start = end;
    return line;
  }
}

function toColumns({ line, record }: CsvRecord, file: string): readonly Column[] {
  const columns: Column[] = [];
  for (const name of record) {
    const column = columnNamed(name);
    if (column === undefined)
      throw errorAt(file, line, `There is no column "${name}".`, adviceFor(name, record));
    if (columns.includes(column))
      throw errorAt(file, line, `The column "${column}" comes twice.`, 'Keep one.');
    columns.push(column);
  }
  return columns;
}

function adviceFor(name: string, heading: readonly string[]): string {
  if (heading.length === 1 && /[;\t]/.test(name)) return 'Save the file with commas between its cells.';
  return didYouMean(name, COLUMNS) ?? `The columns are ${COLUMNS.join(', ')}.`;
}
