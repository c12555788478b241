/** The lines of a Gherkin table, one a row, without indentation. */
export function gherkinTable(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`);
}

/**
 * A table cell with backslash, bar and line feed escaped, as Gherkin reads it. Gherkin has no way to write a blank at
 * the begin or end of a cell: its parser drops it.
 */
function escapeCell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n');
}
