/** A cell that holds something other than the text or number that its column is for. */
export class CellFault extends Error {}

const AS_TEXT = 'Format the cell as text and enter it again.';
const COUNT = /^\d{1,9}$/;

/**
 * The text of a cell, to the byte. A number becomes its plain decimal digits. Nothing and blanks are no text.
 *
 * @throws CellFault for what a spreadsheet program has turned into a date, a truth value or a huge number
 */
export function cellText(cell: unknown): string | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === 'string') return cell.trim() === '' ? undefined : cell;
  if (typeof cell === 'number') return numberText(cell);
  const what = cell instanceof Date ? 'a date' : typeof cell === 'boolean' ? 'a truth value' : 'no text';
  throw new CellFault(`the cell holds ${what}, where text is expected. ${AS_TEXT}`);
}

/**
 * The count in a cell: a whole number, zero or more, whether typed as a number or as text.
 *
 * @throws CellFault for any other content
 */
export function cellCount(cell: unknown): number | undefined {
  const text = cellText(cell)?.trim();
  if (text === undefined) return undefined;
  if (COUNT.test(text)) return Number(text);
  throw new CellFault(`"${text}" is no whole number. Enter a whole number, or leave the cell empty.`);
}

function numberText(cell: number): string {
  const text = String(cell);
  const isExact = Number.isInteger(cell) ? Number.isSafeInteger(cell) : /^-?\d+\.\d+$/.test(text);
  if (isExact) return text;
  throw new CellFault(`the number ${text} cannot be read as exact text. ${AS_TEXT}`);
}
