// A spreadsheet takes a cell that starts with one of these for a formula (the full-width signs where people write
// Chinese, Japanese or Korean), and one that starts with an apostrophe for text without it.
const FORMULA = /^[=+\-@＝＋－＠\t\r\n']/;

/** A text as a cell that no spreadsheet runs as a formula: an apostrophe before it, where it would. */
export function toSpreadsheetCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of such a cell: what {@link toSpreadsheetCell} was given. */
export function fromSpreadsheetCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
