import { Command, Option } from 'commander';
import { PROFILES, type Profile } from '../core/severity.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { progressListener } from './progress.js';
import { runEnvironment } from './run-environment.js';
import { printResults } from './show-results.js';
import type { Terminal } from './terminal.js';

interface Flags extends OutputOptions {
  readonly ddVersion?: string;
  readonly resource?: string;
  readonly exemptions?: string;
  readonly mappings?: string;
  readonly exportMappings?: string;
  readonly strict: boolean;
  readonly profile: Profile;
  readonly out: string;
}

const EXAMPLES = `
A payload says what it is: { "@reso.context": "urn:reso:metadata:2.0:resource:property", "value": [ … ] }.

Examples:
  reso-certify rcf property.json
  reso-certify rcf payloads samples.zip --out results
  reso-certify rcf --dd-version 2.0 --resource Media media.ndjson`;

/** `rcf`: payloads in the RESO Common Format, held against the dictionary. */
export function rcfCommand(terminal: Terminal): Command {
  const command = new Command('rcf')
    .description(
      'Test payloads in the RESO Common Format, of any size, against the Data Dictionary; no server is needed.',
    )
    .argument('<path...>', 'payload files (JSON or NDJSON), zip archives, and folders of them')
    .option('--dd-version <version>', 'version of the Data Dictionary of payloads without @reso.context')
    .option('--resource <name>', 'resource of payloads without @reso.context')
    .option(
      '--exemptions <file>',
      'fields whose foreign values only warn (JSON), instead of the standard ones',
    )
    .option('--mappings <file>', 'what people decided about near names (CSV or JSON)')
    .option('--export-mappings <file>', 'write a row for each open element, to be filled in (CSV, or .json)')
    .option('--no-strict', 'near names warn instead of failing')
    .addOption(
      new Option('--profile <name>', 'how severe findings are').choices(PROFILES).default('certification'),
    )
    .option('--out <folder>', 'folder for the results', 'results')
    .addHelpText('after', EXAMPLES);
  return withOutputOptions(command).action(async (paths: string[], flags: Flags) => {
    const { runCommonFormat } = await import('../run/common-format.js');
    const {
      ddVersion: version,
      resource,
      exemptions,
      mappings,
      exportMappings,
      strict,
      profile,
      out,
    } = flags;
    const given = {
      ...(version === undefined ? {} : { version }),
      ...(resource === undefined ? {} : { resource }),
    };
    const results = await runCommonFormat(
      {
        paths,
        given,
        profile,
        strict,
        out,
        ...(exemptions === undefined ? {} : { exemptions }),
        ...(mappings === undefined ? {} : { mappings }),
        ...(exportMappings === undefined ? {} : { exportMappings }),
      },
      runEnvironment(terminal, progressListener(terminal, flags)),
    );
    printResults(results, out, flags, terminal);
  });
}
