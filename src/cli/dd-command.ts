import { Command } from 'commander';
import type { DdJob, DdOptions } from '../config/dd-job.js';
import { toDdJob } from '../config/dd-job.js';
import { DEFAULT_SAMPLING } from '../config/sampling-options.js';
import { ConfigurationError } from '../core/errors.js';
import { STEP_NAMES } from '../core/events.js';
import type { OutputOptions } from './output-options.js';
import { withOutputOptions } from './output-options.js';
import { type ServerOptions, toNumber, withServerOptions } from './server-options.js';
import { showResults } from './show-results.js';
import type { Terminal } from './terminal.js';

const EXAMPLES = `
Examples:
  reso-certify dd --metadata metadata.xml
  reso-certify dd --metadata metadata.xml --lookups lookups.json --dd-version 2.1 --profile specification
  reso-certify dd --url https://api.example.com/odata --token "$TOKEN"
  reso-certify dd --resoscript my.resoscript --resource Property Member --tags "@IDX"
  reso-certify dd --config batch.json --parallel 4`;

/** What `dd` takes: files, or what gives it servers. */
interface DdFlags extends DdOptions, ServerOptions, OutputOptions {
  readonly metadata?: string;
  readonly lookups?: string;
  readonly limit: number;
}

/** `dd`: Data Dictionary testing. */
export function ddCommand(terminal: Terminal): Command {
  const command = new Command('dd')
    .description(
      'Data Dictionary testing: assess metadata or a server against a version of the RESO Data Dictionary.',
    )
    .option('--metadata <file>', 'assess this EDMX file, offline')
    .option('--lookups <file>', 'rows of the Lookup Resource (JSON) that go with --metadata')
    .option('--dd-version <version>', 'version of the Data Dictionary: 1.7, 2.0 or 2.1', '2.0')
    .option('--profile <name>', 'certification or specification', 'certification')
    .option('--no-strict', 'near names warn instead of failing')
    .option('--mappings <file>', 'what people decided about near names (CSV or JSON)')
    .option('--resource <names...>', 'only these standard resources')
    .option(
      '--tags <expression>',
      'only scenarios that this tag expression matches, such as "@IDX and not @OM"',
    )
    .option('--steps <list>', `only these steps, separated by commas: ${STEP_NAMES.join(', ')}`, toList)
    .option(
      '--limit <n>',
      'the most distinct records of each sampling sequence',
      toNumber(1),
      DEFAULT_SAMPLING.limit,
    )
    .option(
      '--exemptions <file>',
      'fields whose values need not be advertised (JSON), instead of the standard ones',
    )
    .option('--fail-fast', 'stop sampling at the first page with an error')
    .option('--out <folder>', 'folder for the results', 'results')
    .addHelpText('after', EXAMPLES);
  return withOutputOptions(withServerOptions(command)).action(async (flags: DdFlags) => {
    assertInput(flags);
    if (flags.metadata !== undefined)
      return await showResults(filesJob(flags, flags.metadata), flags, terminal);
    const { runOnServers } = await import('./run-on-servers.js');
    await runOnServers(flags, flags, terminal, { ...DEFAULT_SAMPLING, limit: flags.limit });
  });
}

/** One input there must be, and no more. Lookup rows in a file go with metadata in a file. */
function assertInput({ metadata, lookups, resoscript, config, url }: DdFlags): void {
  const inputs = { '--metadata': metadata, '--url': url, '--resoscript': resoscript, '--config': config };
  const given = Object.entries(inputs).flatMap(([option, value]) => (value === undefined ? [] : [option]));
  if (given.length === 0) {
    throw new ConfigurationError('There is nothing to assess.', {
      advice: 'Give one of --metadata FILE, --url URI, --resoscript FILE and --config FILE.',
    });
  }
  const extra = lookups !== undefined && metadata === undefined ? '--lookups' : given[1];
  if (extra === undefined) return;
  throw new ConfigurationError(`${given[0]} and ${extra} exclude each other.`, {
    where: extra,
    advice: 'Leave one of them out.',
  });
}

/** The job on files. */
function filesJob(flags: DdFlags, metadata: string): DdJob {
  const { lookups } = flags;
  return toDdJob({ kind: 'files', metadata, ...(lookups === undefined ? {} : { lookups }) }, flags);
}

function toList(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
