import { escapeTerminal } from '../core/escape-terminal.js';
import type { RunVerdict } from '../core/verdict.js';
import type { Paint } from './paint.js';

/** What the roll-up table shows of one recipient. */
export interface RollUpRow {
  readonly name: string;
  readonly folder: string;
  readonly verdict: RunVerdict;
  readonly errors: number;
  readonly warnings: number;
  readonly notEvaluated: number;
  readonly runError?: { readonly kind: string; readonly message: string };
}

/** The table at the end of a batch: a line a recipient, those that need attention with their reason. */
export function rollUp(rows: readonly RollUpRow[], paint: Paint): string {
  const names = rows.map(({ name }) => escapeTerminal(name));
  const width = Math.max(9, ...names.map((name) => name.length));
  const lines = rows.map((row, at) => {
    const brush = { passed: paint.green, failed: paint.red, incomplete: paint.yellow }[row.verdict];
    const counts = [row.errors, row.warnings, row.notEvaluated]
      .map((count) => String(count).padStart(10))
      .join('');
    const why =
      row.runError === undefined ? '' : `  ${row.runError.kind}: ${escapeTerminal(row.runError.message)}`;
    return `${(names[at] ?? '').padEnd(width)}  ${brush(row.verdict.padEnd(10))}${counts}  ${escapeTerminal(row.folder)}${why === '' ? '' : `\n${' '.repeat(width)}${why}`}`;
  });
  const heading = `${'Recipient'.padEnd(width)}  ${'Verdict'.padEnd(10)}${'errors'.padStart(10)}${'warnings'.padStart(10)}${'open'.padStart(10)}  Results`;
  const verdicts = (['passed', 'failed', 'incomplete'] as const)
    .map((verdict) => `${rows.filter((row) => row.verdict === verdict).length} ${verdict}`)
    .join(', ');
  return `${paint.bold(heading)}\n${lines.join('\n')}\n\n${rows.length} recipients: ${verdicts}\n`;
}
