import { Command, InvalidArgumentError } from 'commander';
import { profileNamed } from '../config/dd-job.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { progressListener } from './progress.js';
import { runEnvironment } from './run-environment.js';
import type { Terminal } from './terminal.js';

interface VariationsFlags extends OutputOptions {
  readonly lookups?: string;
  readonly mappings?: string;
  readonly exportMappings?: string;
  readonly fuzziness: number;
  readonly ddVersion?: string;
  readonly profile: string;
  readonly strict: boolean;
  readonly out: string;
}

/** The elements that a table shows. */
const SHOWN = 100;

const EXAMPLES = `
What people decided lives in a CSV or JSON file: export it, mark what is no standard element with Ignore and a
Reason, and give it back.

Examples:
  reso-certify variations results
  reso-certify variations metadata.xml --lookups lookups.json --export-mappings mappings.csv
  reso-certify variations metadata-report.json --mappings mappings.csv --profile specification`;

/** `variations`: near names of standard elements, from EDMX, a metadata report or a result folder. */
export function variationsCommand(terminal: Terminal): Command {
  const command = new Command('variations')
    .description('Find local names that are near to standard ones, offline, and let people settle them.')
    .argument('<path>', 'EDMX file, metadata report, or result folder')
    .option('--lookups <file>', 'rows of the Lookup Resource (JSON)')
    .option('--mappings <file>', 'what people decided (CSV or JSON)')
    .option('--export-mappings <file>', 'write a row for each open element, to be filled in (CSV, or .json)')
    .option('--fuzziness <part>', "part of a name's length that may differ, 0 to 1", toPart, 0.25)
    .option('--dd-version <version>', '1.7, 2.0 or 2.1 (default: that of the report or results, else 2.0)')
    .option('--profile <name>', 'certification or specification', 'certification')
    .option('--no-strict', 'near names warn instead of failing')
    .option('--out <folder>', 'folder for the results', 'results')
    .addHelpText('after', EXAMPLES);
  return withOutputOptions(command).action(async (path: string, flags: VariationsFlags) => {
    const profile = profileNamed(flags.profile);
    const { runVariations } = await import('../run/variations.js');
    const { printResults } = await import('./show-results.js');
    const { lookups, mappings, exportMappings, fuzziness, ddVersion: version, strict, out } = flags;
    const results = await runVariations(
      { path, lookups, mappings, exportMappings, fuzziness, version, profile, strict, out },
      runEnvironment(terminal, progressListener(terminal, flags)),
    );
    printResults(results, out, { ...flags, variationsShown: SHOWN }, terminal);
  });
}

function toPart(text: string): number {
  const part = Number(text);
  if (/^\d*\.?\d+$/.test(text) && part <= 1) return part;
  throw new InvalidArgumentError('It takes a number from 0 to 1, such as 0.25.');
}
