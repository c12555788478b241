import { Command } from 'commander';
import { type DdOptions, toDdJob } from '../config/dd-job.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import { describeSubject } from '../core/subject.js';
import { prettySummary } from '../reports/pretty-summary.js';
import type { Results } from '../reports/results.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { progressListener } from './progress.js';
import type { Terminal } from './terminal.js';

const EXAMPLES = `
Examples:
  reso-certify dd --metadata metadata.xml
  reso-certify dd --metadata metadata.xml --lookups lookups.json --dd-version 2.1 --profile specification
  reso-certify dd --metadata metadata.xml --resource Property Member --tags "@IDX"`;

/** `dd`: Data Dictionary testing. */
export function ddCommand(terminal: Terminal): Command {
  const command = new Command('dd')
    .description('Data Dictionary testing: assess metadata against a version of the RESO Data Dictionary.')
    .option('--metadata <file>', 'assess this EDMX file, offline')
    .option('--lookups <file>', 'rows of the Lookup Resource (JSON), for enumerations that are strings')
    .option('--dd-version <version>', 'version of the Data Dictionary: 1.7, 2.0 or 2.1', '2.0')
    .option('--profile <name>', 'certification or specification', 'certification')
    .option('--no-strict', 'near names warn instead of failing')
    .option('--resource <names...>', 'only these standard resources')
    .option(
      '--tags <expression>',
      'only scenarios that this tag expression matches, such as "@IDX and not @OM"',
    )
    .option('--steps <list>', 'only these steps, separated by commas: metadata, lookups, scenarios', toList)
    .option('--out <folder>', 'folder for the results', 'results')
    .addHelpText('after', EXAMPLES);
  return withOutputOptions(command).action(async (options: DdOptions & OutputOptions) => {
    const results = await assess(options, terminal);
    terminal.out(render(results, options, terminal));
    if (options.verbose === true) terminal.err(notEvaluated(results));
    terminal.setExitCode(results.exitCode);
  });
}

async function assess(options: DdOptions & OutputOptions, terminal: Terminal): Promise<Results> {
  const job = toDdJob(options);
  // Cucumber takes a third of a second to load: help, usage errors and other commands do without it.
  const { runDd } = await import('../run/dd.js');
  return await runDd(job, {
    tool: terminal.tool,
    now: () => new Date(),
    clock: () => performance.now(),
    onEvent: progressListener(terminal, options),
    signal: terminal.signal,
  });
}

function render(
  results: Results,
  { format, out, color }: DdOptions & OutputOptions,
  terminal: Terminal,
): string {
  if (format === 'json') return `${JSON.stringify(results, null, 2)}\n`;
  return prettySummary(results, out, terminal.paint('out', color));
}

function notEvaluated(results: Results): string {
  return results.checks
    .filter(({ verdict }) => verdict === 'not evaluated')
    .map(({ rule, subject, reason }) => `not evaluated: ${rule} ${describeSubject(subject)}: ${reason ?? ''}`)
    .map((line) => `${escapeTerminal(line)}\n`)
    .join('');
}

function toList(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
