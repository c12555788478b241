import type { Brush, Paint } from './paint.js';

/** One line of a table: its cells, escaped already, and how it is coloured. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly brush?: Brush;
}

const GAP = '  ';

/**
 * Rows under headings, in columns as wide as their widest cell; a column without any is left out. Where the lines would
 * be wider than the terminal, the last columns go below the others, so that nothing is broken in the middle.
 *
 * @param width of the terminal, in characters; any width unless given
 */
export function textTable(
  headings: readonly string[],
  rows: readonly TableRow[],
  { indent, paint, width }: { readonly indent: string; readonly paint: Paint; readonly width?: number },
): readonly string[] {
  const columns = [...headings.keys()].filter((column) => rows.some(({ cells }) => cells[column]));
  const widths = columns.map((column) =>
    Math.max(headings[column]?.length ?? 0, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const beside = columnsThatFit(widths, (width ?? Number.POSITIVE_INFINITY) - indent.length);
  const line = (cells: readonly string[]) =>
    columns
      .slice(0, beside)
      .map((column, at) => (cells[column] ?? '').padEnd(widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  const below = (cells: readonly string[]) => {
    const rest = columns.slice(beside).flatMap((column) => cells[column] || []);
    return rest.length === 0 ? [] : [`${indent}${indent}${paint.dim(rest.join(GAP))}`];
  };
  return [
    `${indent}${paint.dim(line(headings))}`,
    ...rows.flatMap(({ cells, brush = (text: string) => text }) => [
      `${indent}${brush(line(cells))}`,
      ...below(cells),
    ]),
  ];
}

/** How many columns stand in one line, the first of them whatever its width. */
function columnsThatFit(widths: readonly number[], width: number): number {
  let end = 0;
  const tooFar = widths.findIndex((of, column) => {
    end += of + (column === 0 ? 0 : GAP.length);
    return column > 0 && end > width;
  });
  return tooFar === -1 ? widths.length : tooFar;
}
