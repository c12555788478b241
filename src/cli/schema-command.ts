import { Command, Option } from 'commander';
import { escapeTerminal } from '../core/escape-terminal.js';
import { PROFILES, type Profile } from '../core/severity.js';
import { count } from '../reports/count.js';
import { findingsSummary } from '../reports/findings-summary.js';
import { wrapLines } from '../reports/wrap-lines.js';
import type { GeneratedSchema } from '../run/generate-schema.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { progressListener } from './progress.js';
import { runEnvironment } from './run-environment.js';
import { printResults } from './show-results.js';
import type { Terminal } from './terminal.js';

interface GenerateFlags extends OutputOptions {
  readonly lookups?: string;
  readonly ddVersion?: string;
  readonly out: string;
}

interface ValidateFlags extends OutputOptions {
  readonly schema: string;
  readonly resource?: string;
  readonly ieee754?: true;
  readonly exemptions?: string;
  readonly failFast?: true;
  readonly profile: Profile;
  readonly out: string;
}

/** `schema`: JSON Schemas of metadata, and payload files held against them. */
export function schemaCommand(terminal: Terminal): Command {
  const command = new Command('schema').description(
    'Make JSON Schemas of metadata, and validate payload files.',
  );
  command.addCommand(generateCommand(terminal));
  command.addCommand(validateCommand(terminal));
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
    if (result.findings.length > 0)
      terminal.err(wrapLines(findingsSummary(result.findings, paint), terminal.columns()));
    if (flags.quiet !== true)
      for (const notice of result.notices) terminal.err(`${escapeTerminal(notice)}\n`);
    terminal.out(flags.format === 'json' ? result.json : describe(result, out));
    terminal.setExitCode(result.exitCode);
  });
}

function validateCommand(terminal: Terminal): Command {
  const command = new Command('validate')
    .description('Validate payload files, of any size, against a schema that "schema generate" wrote.')
    .argument('<path...>', 'payload files (JSON or NDJSON), and folders of them')
    .requiredOption('--schema <file>', 'schema.json')
    .option('--resource <name>', 'the resource of payloads without @reso.context and @odata.context')
    .option('--ieee754', 'the payloads are as sent with IEEE754Compatible=true: large numbers are texts')
    .option(
      '--exemptions <file>',
      'fields that may have values which are not advertised (JSON), instead of the standard ones',
    )
    .option('--fail-fast', 'stop at the first error')
    .addOption(
      new Option('--profile <name>', 'how severe findings are').choices(PROFILES).default('certification'),
    )
    .option('--out <folder>', 'folder for the results', 'results')
    .addHelpText(
      'after',
      '\nExamples:\n  reso-certify schema validate --schema results/schema.json property.json\n  reso-certify schema validate --schema results/schema.json --resource Media --ieee754 payloads',
    );
  return withOutputOptions(command).action(async (paths: string[], flags: ValidateFlags) => {
    const { runValidatePayloads } = await import('../run/validate-payloads.js');
    const { schema, resource, exemptions, profile, out } = flags;
    const results = await runValidatePayloads(
      {
        schema,
        paths,
        profile,
        out,
        isIeee754Compatible: flags.ieee754 === true,
        failFast: flags.failFast === true,
        ...(resource === undefined ? {} : { resource }),
        ...(exemptions === undefined ? {} : { exemptions }),
      },
      runEnvironment(terminal, progressListener(terminal, flags)),
    );
    printResults(results, out, flags, terminal);
  });
}

function describe({ definitions }: GeneratedSchema, out: string): string {
  if (definitions === undefined) return '';
  const { resources, lookups } = definitions;
  const fields = [...resources.values()].reduce((sum, resource) => sum + resource.fields.size, 0);
  return `${escapeTerminal(out)}/schema.json: ${count(resources.size, 'resource')}, ${count(fields, 'field')}, ${count(lookups.size, 'lookup')}\n`;
}
