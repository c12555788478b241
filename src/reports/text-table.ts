import type { Brush, Paint } from './paint.js';

/** One line of a table: its cells, escaped already, and how it is coloured. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly brush?: Brush;
}

const GAP = '  ';

/**
 * Rows under headings, in columns as wide as their widest cell. Where the lines would be wider than the terminal, the
 * last column goes below the others, so that nothing is broken in the middle.
 *
 * @param width of the terminal, in characters; any width unless given
 */
export function textTable(
  headings: readonly string[],
  rows: readonly TableRow[],
  { indent, paint, width }: { readonly indent: string; readonly paint: Paint; readonly width?: number },
): readonly string[] {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const whole = indent.length + widths.reduce((sum, of) => sum + of + GAP.length, -GAP.length);
  const isTooWide = width !== undefined && whole > width;
  const beside = isTooWide ? headings.length - 1 : headings.length;
  const line = (cells: readonly string[]) =>
    cells
      .slice(0, beside)
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  const below = (cells: readonly string[]) => {
    const last = cells[beside] ?? '';
    return last === '' ? [] : [`${indent}${indent}${paint.dim(last)}`];
  };
  return [
    `${indent}${paint.dim(line(headings))}`,
    ...rows.flatMap(({ cells, brush = (text: string) => text }) => [
      `${indent}${brush(line(cells))}`,
      ...below(cells),
    ]),
  ];
}
