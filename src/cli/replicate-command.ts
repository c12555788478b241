import { Command } from 'commander';
import {
  DEFAULT_SAMPLING,
  type SamplingFlags,
  STRATEGY_NAMES,
  toSampling,
} from '../config/sampling-options.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { type ServerOptions, toNumber, withServerOptions } from './server-options.js';
import type { Terminal } from './terminal.js';

const EXAMPLES = `
Strategies: ${STRATEGY_NAMES.join(', ')}.
Examples:
  reso-certify replicate --url https://api.example.com/odata --token "$TOKEN"
  reso-certify replicate --resoscript my.resoscript --resource Property --strategy TopAndSkip --no-expand
  reso-certify replicate --resoscript my.resoscript --resource Property --filter "ListPrice gt 100000" --expand Media
  reso-certify replicate --resoscript my.resoscript --limit 5000 --save-records records --resume`;

interface Flags extends SamplingFlags, ServerOptions, OutputOptions {
  readonly ddVersion: string;
  readonly profile: string;
  readonly out: string;
  readonly validate?: true;
  readonly exemptions?: string;
  readonly failFast?: true;
}

/** `replicate`: the sampling step of `dd` by itself, of what the flags choose. */
export function replicateCommand(terminal: Terminal): Command {
  const command = new Command('replicate')
    .description(
      'Sample a server: fetch its records, measure what is available, judge how they come. Records are not written down unless --save-records asks for it.',
    )
    .option('--resource <names...>', 'only these resources')
    .option('--strategy <names...>', 'how records are fetched (default: as the version is tested)')
    .option(
      '--expand <names...>',
      'these expansions of the one resource, one at a time (default: all of them)',
    )
    .option('--no-expand', 'no expansions')
    .option('--filter <expression>', 'an OData filter for the one resource')
    .option('--orderby <expression>', 'an OData order for NextLink and TopAndSkip')
    .option(
      '--limit <n>',
      'the most distinct records of a sequence (a resource, strategy and expansion)',
      toNumber(1),
      DEFAULT_SAMPLING.limit,
    )
    .option('--save-records <folder>', 'write the records there as gzipped NDJSON, a file a sequence')
    .option('--validate', 'validate every record against the metadata')
    .option(
      '--exemptions <file>',
      'fields whose values need not be advertised (JSON), instead of the standard ones',
    )
    .option('--fail-fast', 'stop at the first page with an error')
    .option('--dd-version <version>', 'version of the Data Dictionary: 1.7, 2.0 or 2.1', '2.0')
    .option('--profile <name>', 'certification or specification', 'certification')
    .option('--out <folder>', 'folder for the results', 'results')
    .addHelpText('after', EXAMPLES);
  return withOutputOptions(withServerOptions(command)).action(async (flags: Flags) => {
    const sampling = toSampling(flags);
    const { runOnServers } = await import('./run-on-servers.js');
    const { resource: _chosen, ...options } = flags;
    const steps = flags.validate === true ? ['sampling', 'validation'] : ['sampling'];
    await runOnServers(flags, { ...options, strict: true, steps }, terminal, sampling);
  });
}
