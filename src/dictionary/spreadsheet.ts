import { readFile, stat } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { ConfigurationError } from '../core/errors.js';
import type { RawSheet } from './sheet.js';

const MIB = 1024 * 1024;
const MAX_SIZE = 64 * MIB;

/** The sheets of one xlsx file. */
export interface Spreadsheet {
  readonly file: string;
  readonly sheets: ReadonlyMap<string, RawSheet>;
}

/**
 * Reads an xlsx file of at most 64 MiB. Cells keep their blanks: lookup values are compared to the byte, and RESO's
 * own reference metadata repeats a value with a blank at its end.
 *
 * @throws ConfigurationError for a file that is not there, is a folder, is too large or is no readable xlsx file
 */
export async function readSpreadsheet(file: string): Promise<Spreadsheet> {
  const content = await readBounded(file);
  const sheets = await readXlsxFile(content, { trim: false }).catch((cause: unknown) => {
    throw unreadable(file, 'The file is no readable xlsx spreadsheet', cause);
  });
  return {
    file,
    sheets: new Map(sheets.map(({ sheet, data }) => [sheet, { file, name: sheet, rows: data }])),
  };
}

/**
 * A sheet by its name.
 *
 * @throws ConfigurationError when it is missing
 */
export function requiredSheet(spreadsheet: Spreadsheet, name: string): RawSheet {
  const sheet = spreadsheet.sheets.get(name);
  if (sheet !== undefined) return sheet;
  const present = [...spreadsheet.sheets.keys()].map((other) => `"${other}"`).join(', ');
  throw new ConfigurationError(`The sheet "${name}" is missing.`, {
    where: spreadsheet.file,
    advice: `The spreadsheet has ${present}. Take the Data Dictionary spreadsheet as RESO publishes it.`,
  });
}

async function readBounded(file: string): Promise<Buffer> {
  const status = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, 'The spreadsheet cannot be found', cause);
  });
  if (!status.isFile()) throw unreadable(file, 'The spreadsheet is no file');
  if (status.size > MAX_SIZE) {
    throw unreadable(
      file,
      `The file has ${Math.ceil(status.size / MIB)} MiB, more than the ${MAX_SIZE / MIB} allowed`,
    );
  }
  return readFile(file).catch((cause: unknown) => {
    throw unreadable(file, 'The spreadsheet cannot be read', cause);
  });
}

function unreadable(file: string, what: string, cause?: unknown): ConfigurationError {
  const reason = cause instanceof Error ? `: ${cause.message}` : '';
  return new ConfigurationError(`${what}${reason}.`, {
    where: file,
    advice: 'Give the path of the Data Dictionary spreadsheet (xlsx).',
    ...(cause === undefined ? {} : { cause }),
  });
}
