import { escapeTerminal } from '../core/escape-terminal.js';
import { count } from './count.js';
import { findingsSummary } from './findings-summary.js';
import { mappingsSummary } from './mappings-summary.js';
import type { Paint } from './paint.js';
import type { Results, ResultsInput, StepResult } from './results.js';
import { variationsTable } from './variations-table.js';

/** Elements a table of variations shows, unless asked for more. */
const VARIATIONS_SHOWN = 20;

export interface SummaryOptions {
  /** The elements that a table of near names shows. */
  readonly variationsShown?: number;
  /** Of the terminal, in characters; any width unless given. */
  readonly width?: number | undefined;
}

/**
 * The results as a person reads them in a terminal: findings by severity and rule, near names as tables, what people
 * decided about them, steps, what was left out, where the time went, the verdict. Names that came from a server are escaped.
 */
export function prettySummary(
  results: Results,
  folder: string | undefined,
  paint: Paint,
  { variationsShown: shown = VARIATIONS_SHOWN, width }: SummaryOptions = {},
): string {
  const { tool, dictionary, profile, input } = results;
  // What the variations step adds is told by its tables alone.
  const told = results.findings.filter(({ rule }) => !rule.startsWith('variations/'));
  const sections = [
    `${paint.bold(`${tool.name} ${tool.version}`)}  Data Dictionary ${dictionary.version}, ${profile} profile\n${escapeTerminal(assessed(input))}`,
    findingsSummary(told, paint).trimEnd(),
    variationsTable(results.findings, { shown, paint, ...(width === undefined ? {} : { width }) }),
    mappingsSummary(results.mappings, paint),
    stepTable(results, paint),
    leftOut(results, paint),
    timeLine(results, paint),
    verdictLine(results, paint),
    folder === undefined ? '' : `Results: ${escapeTerminal(folder)}`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function assessed(input: ResultsInput): string {
  if ('metadata' in input) return input.metadata;
  return 'payloads' in input ? input.payloads.join(', ') : input.serviceRootUri;
}

function verdictLine(results: Results, paint: Paint): string {
  const { verdict, findings, checks, runError } = results;
  const paintVerdict = { passed: paint.green, failed: paint.red, incomplete: paint.yellow }[verdict];
  const open = checks.filter((check) => check.verdict === 'not evaluated').length;
  const counts = [
    ...(['error', 'warning', 'info'] as const).map((severity) =>
      count(findings.filter((finding) => finding.severity === severity).length, severity),
    ),
    ...(open > 0 ? [`${count(open, 'check')} not evaluated (--verbose lists them)`] : []),
  ];
  const line = `${paintVerdict(paint.bold(verdict.toUpperCase()))}  ${counts.join(', ')}`;
  return runError === undefined ? line : `${line}\n${escapeTerminal(runError.message)}`;
}

const VERDICTS = ['passed', 'failed', 'not evaluated', 'not applicable'] as const;

/** A line a step with the number of its checks that ended in each verdict. */
function stepTable({ steps, scenarios }: Results, paint: Paint): string {
  const counts = steps.map(checkCounts);
  const widths = VERDICTS.map((verdict, at) =>
    Math.max(verdict.length, ...counts.map((row) => row[at]?.length ?? 0)),
  );
  const columns = (cells: readonly string[]) =>
    cells.map((cell, at) => `  ${cell.padStart(widths[at] ?? 0)}`).join('');
  const rows = steps.map(({ name, status }, at) => {
    const brush = {
      passed: paint.green,
      failed: paint.red,
      incomplete: paint.yellow,
      'out of scope': paint.dim,
    }[status];
    return `  ${name.padEnd(11)} ${brush(status.padEnd(12))}${columns(counts[at] ?? [])}`.trimEnd();
  });
  const heading = `${paint.bold('Steps')}${' '.repeat(21)}${paint.dim(columns(VERDICTS))}`;
  const ran = scenarios.run > 0 ? [`  ${count(scenarios.run, 'scenario')} ran`] : [];
  return [heading, ...rows, ...ran].join('\n');
}

function checkCounts({ status, counts }: StepResult): readonly string[] {
  return status === 'out of scope' ? [] : VERDICTS.map((verdict) => String(counts.checks[verdict]));
}

function leftOut({ outOfScope }: Results, paint: Paint): string {
  if (outOfScope.length === 0) return '';
  return [
    paint.bold('Out of scope'),
    ...outOfScope.map(({ what, reason }) => `  ${escapeTerminal(what)}: ${escapeTerminal(reason)}`),
  ].join('\n');
}

function timeLine({ timings }: Results, paint: Paint): string {
  const parts = timings.map(({ what, ms }) => `${what} ${(ms / 1000).toFixed(2)} s`);
  return `${paint.bold('Time')}  ${parts.join(', ')}`;
}
