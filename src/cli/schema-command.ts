import { Command } from 'commander';
import { escapeTerminal } from '../core/escape-terminal.js';
import { count } from '../reports/count.js';
import { findingsSummary } from '../reports/findings-summary.js';
import type { GeneratedSchema } from '../run/generate-schema.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import type { Terminal } from './terminal.js';

interface GenerateFlags extends OutputOptions {
  readonly lookups?: string;
  readonly ddVersion?: string;
  readonly out: string;
}

/** `schema`: JSON Schemas of metadata, and payload files held against them. */
export function schemaCommand(terminal: Terminal): Command {
  const command = new Command('schema').description(
    'Make JSON Schemas of metadata, and validate payload files.',
  );
  command.addCommand(generateCommand(terminal));
  return command;
}

function generateCommand(terminal: Terminal): Command {
  const command = new Command('generate')
    .description('Write the JSON Schema (draft 2020-12) of the payloads that metadata advertises.')
    .argument('<path>', 'EDMX file, metadata report or result folder')
    .option('--lookups <file>', 'rows of the Lookup Resource (JSON) to merge in')
    .option(
      '--dd-version <version>',
      'version of the Data Dictionary, where the path does not say: 1.7, 2.0 or 2.1',
    )
    .option('--out <folder>', 'folder for schema.json', 'results')
    .addHelpText(
      'after',
      '\nExamples:\n  reso-certify schema generate metadata.xml --lookups lookups.json\n  reso-certify schema generate results --out results',
    );
  return withOutputOptions(command).action(async (path: string, flags: GenerateFlags) => {
    const { runGenerateSchema } = await import('../run/generate-schema.js');
    const { lookups, ddVersion: version, out } = flags;
    const result = await runGenerateSchema(
      {
        path,
        out,
        ...(lookups === undefined ? {} : { lookups }),
        ...(version === undefined ? {} : { version }),
      },
      { now: () => new Date() },
    );
    const paint = terminal.paint('err', flags.color);
    if (result.findings.length > 0) terminal.err(findingsSummary(result.findings, paint));
    if (flags.quiet !== true)
      for (const notice of result.notices) terminal.err(`${escapeTerminal(notice)}\n`);
    terminal.out(flags.format === 'json' ? result.json : describe(result, out));
    terminal.setExitCode(result.exitCode);
  });
}

function describe({ definitions }: GeneratedSchema, out: string): string {
  if (definitions === undefined) return '';
  const { resources, lookups } = definitions;
  const fields = [...resources.values()].reduce((sum, resource) => sum + resource.fields.size, 0);
  return `${escapeTerminal(out)}/schema.json: ${count(resources.size, 'resource')}, ${count(fields, 'field')}, ${count(lookups.size, 'lookup')}\n`;
}
