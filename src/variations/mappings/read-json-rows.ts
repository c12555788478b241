import { type JsonMember, type JsonNode, readJsonSource } from '../../config/json-source.js';
import { errorAt } from '../../config/source-error.js';
import { didYouMean } from '../../core/nearest-name.js';
import { COLUMNS, type Column, columnNamed, type MappingRow } from './mapping-row.js';

/** 64 MiB, as for other input files. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The rows of a JSON file: an array of objects, keyed by the column names. Values are texts; null is blank, and
 * `Ignore` may be true or false.
 *
 * @throws ConfigurationError with file and line for what is not JSON, for another shape, and for a key that is unknown
 *   or comes again
 */
export function readJsonRows(text: string, file: string): readonly MappingRow[] {
  const root = readJsonSource(text, file, LARGEST);
  if (root.kind !== 'array') {
    throw errorAt(file, root.line, 'The file holds no array.', 'Give an array of objects, one for each row.');
  }
  return root.items.map((item) => toRow(item, file));
}

function toRow(item: JsonNode, file: string): MappingRow {
  if (item.kind !== 'object') throw errorAt(file, item.line, 'This is no object.', 'Each row is an object.');
  const cells: Partial<Record<Column, string>> = {};
  for (const member of item.members) {
    const column = toColumn(member, file);
    if (cells[column] !== undefined)
      throw errorAt(file, member.line, `"${column}" comes twice.`, 'Keep one.');
    cells[column] = toCell(column, member.value, file);
  }
  return { line: item.line, cells };
}

function toColumn({ key, line }: JsonMember, file: string): Column {
  const column = columnNamed(key);
  if (column !== undefined) return column;
  throw errorAt(
    file,
    line,
    `There is no column "${key}".`,
    didYouMean(key, COLUMNS) ?? `The columns are ${COLUMNS.join(', ')}.`,
  );
}

function toCell(column: Column, value: JsonNode, file: string): string {
  if (value.kind === 'string') return value.text;
  if (value.kind === 'literal' && value.text === 'null') return '';
  if (column === 'Ignore' && value.kind === 'literal' && /^(?:true|false)$/.test(value.text)) {
    return value.text === 'true' ? 'yes' : 'no';
  }
  throw errorAt(file, value.line, `"${column}" is no text.`, 'Write it in quotation marks.');
}
