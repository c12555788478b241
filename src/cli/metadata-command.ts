import { Command } from 'commander';
import { escapeTerminal } from '../core/escape-terminal.js';
import { count } from '../reports/count.js';
import { findingsSummary } from '../reports/findings-summary.js';
import { wrapLines } from '../reports/wrap-lines.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { serverStepCommand } from './server-step-command.js';
import type { Terminal } from './terminal.js';
import { validateCommand } from './validate-command.js';

interface ReportFlags extends OutputOptions {
  readonly lookups?: string;
  readonly ddVersion: string;
  readonly out: string;
}

/** `metadata`: what can be done with metadata by itself. */
export function metadataCommand(terminal: Terminal): Command {
  const command = new Command('metadata').description('Work on metadata by itself.');
  command.addCommand(fetchCommand(terminal));
  command.addCommand(validateCommand(terminal));
  command.addCommand(reportCommand(terminal));
  return command;
}

function fetchCommand(terminal: Terminal): Command {
  const description = 'Save the metadata of a server and validate it';
  return serverStepCommand(
    { name: 'fetch', words: 'metadata fetch', description, step: 'metadata' },
    terminal,
  );
}

function reportCommand(terminal: Terminal): Command {
  const command = new Command('report')
    .description('Write the metadata report of an EDMX file: its resources, fields and lookups as JSON.')
    .argument('<file>', 'EDMX file')
    .option('--lookups <file>', 'rows of the Lookup Resource (JSON) to merge in')
    .option('--dd-version <version>', 'version of the Data Dictionary: 1.7, 2.0 or 2.1', '2.0')
    .option('--out <folder>', 'folder for the report', 'results')
    .addHelpText('after', '\nExample:\n  reso-certify metadata report metadata.xml --out results');
  return withOutputOptions(command).action(async (file: string, flags: ReportFlags) => {
    const { runMetadataReport } = await import('../run/metadata-report.js');
    const { lookups, ddVersion: version, out } = flags;
    const result = await runMetadataReport(
      { file, version, out, ...(lookups === undefined ? {} : { lookups }) },
      { now: () => new Date() },
    );
    const paint = terminal.paint('err', flags.color);
    if (result.findings.length > 0)
      terminal.err(wrapLines(findingsSummary(result.findings, paint), terminal.columns()));
    if (result.report !== undefined)
      terminal.out(flags.format === 'json' ? result.json : describe(result.report, out));
    terminal.setExitCode(result.exitCode);
  });
}

function describe(
  report: { resources: readonly unknown[]; fields: readonly unknown[]; lookups: readonly unknown[] },
  out: string,
): string {
  const { resources, fields, lookups } = report;
  return `${escapeTerminal(out)}/metadata-report.json: ${count(resources.length, 'resource')}, ${count(fields.length, 'field')}, ${count(lookups.length, 'lookup value')}\n`;
}
