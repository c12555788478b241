import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DdJob } from '../config/dd-job.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import { describeSubject } from '../core/subject.js';
import { prettySummary, type SummaryOptions } from '../reports/pretty-summary.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Results } from '../reports/results.js';
import { sampledSummary } from '../reports/sampled-summary.js';
import { wrapLines } from '../reports/wrap-lines.js';
import type { AvailabilityReport } from '../sampling/availability/availability-shape.js';
import type { OutputOptions } from './output-options.js';
import { progressListener } from './progress.js';
import { runEnvironment } from './run-environment.js';
import type { Terminal } from './terminal.js';

const SHOWN = 10;

/** Runs one job in this process, prints its results as asked and sets the exit code. */
export async function showResults(job: DdJob, options: OutputOptions, terminal: Terminal): Promise<void> {
  // Cucumber takes a third of a second to load: help, usage errors and other commands do without it.
  const { runDd } = await import('../run/dd.js');
  const results = await runDd(job, runEnvironment(terminal, progressListener(terminal, options)));
  printResults(results, job.out, options, terminal);
}

/** Prints results as asked and sets the exit code. */
export function printResults(
  results: Results,
  out: string | undefined,
  options: OutputOptions & SummaryOptions,
  terminal: Terminal,
): void {
  terminal.out(render(results, out, options, terminal));
  if (options.verbose === true) terminal.err(notEvaluated(results));
  terminal.setExitCode(results.exitCode);
}

function render(
  results: Results,
  out: string | undefined,
  { format, color, variationsShown }: OutputOptions & SummaryOptions,
  terminal: Terminal,
): string {
  if (format === 'json') return `${JSON.stringify(results, null, 2)}\n`;
  const paint = terminal.paint('out', color);
  const sampled = sampledIn(results, out);
  const shown = variationsShown === undefined ? {} : { variationsShown };
  const summary = prettySummary(results, out, paint, { ...shown, width: terminal.width });
  const text = `${sampled === undefined ? '' : `${sampledSummary(sampled, paint)}\n`}${summary}`;
  return wrapLines(text, terminal.width);
}

/** The availability report of this run; nothing when it sampled nothing. */
function sampledIn({ steps }: Results, out: string | undefined): AvailabilityReport | undefined {
  if (out === undefined) return undefined;
  const path = join(out, RESULT_FILES.availability);
  const isSampled = steps.some(({ name, status }) => name === 'sampling' && status !== 'out of scope');
  if (!isSampled || !existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8')) as AvailabilityReport;
}

/** The checks that were not evaluated, a line a reason: what blocks one often blocks thousands. */
function notEvaluated({ checks }: Results): string {
  const byReason = new Map<string, string[]>();
  for (const { rule, subject, verdict, reason = '' } of checks) {
    if (verdict !== 'not evaluated') continue;
    const blocked = byReason.get(reason) ?? [];
    blocked.push(`${rule} ${describeSubject(subject)}`);
    byReason.set(reason, blocked);
  }
  return [...byReason]
    .map(([reason, blocked]) => {
      const rest = blocked.length > SHOWN ? ` and ${blocked.length - SHOWN} more` : '';
      return escapeTerminal(`not evaluated: ${blocked.slice(0, SHOWN).join(', ')}${rest}: ${reason}`);
    })
    .map((line) => `${line}\n`)
    .join('');
}
