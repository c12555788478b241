import { Command } from 'commander';
import type { FilesInput, ServerInput } from '../config/dd-job.js';
import { profileNamed } from '../config/dd-job.js';
import { openServer } from '../config/flags.js';
import { DEFAULT_SAMPLING } from '../config/sampling-options.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { progressListener } from './progress.js';
import { runEnvironment } from './run-environment.js';
import { type CredentialOptions, withCredentialOptions } from './server-options.js';
import { printResults } from './show-results.js';
import type { Terminal } from './terminal.js';

interface Flags extends CredentialOptions, OutputOptions {
  readonly ddVersion: string;
  readonly profile: string;
  readonly out?: string;
}

const EXAMPLES = `
Examples:
  reso-certify metadata validate metadata.xml
  reso-certify metadata validate https://api.example.com/odata/$metadata --token "$TOKEN"
  reso-certify metadata validate metadata.xml --format json | jq .findings`;

/** `metadata validate`: EDMX by itself, from a file or a server. */
export function validateCommand(terminal: Terminal): Command {
  const command = new Command('validate')
    .description('Validate EDMX (OData CSDL XML 4.0 or 4.01), of any OData service.')
    .argument('<path-or-url>', 'EDMX file, or the service root or $metadata of a server')
    .option('--dd-version <version>', 'version of the Data Dictionary whose names are standard', '2.0')
    .option('--profile <name>', 'certification or specification', 'certification')
    .option('--out <folder>', 'folder for results.json and metadata.xml; nothing is written without it')
    .addHelpText('after', EXAMPLES);
  return withOutputOptions(withCredentialOptions(command)).action(async (target: string, flags: Flags) => {
    const { validateMetadata } = await import('../run/validate-metadata.js');
    const { ddVersion: version, out } = flags;
    const job = {
      input: inputOf(target, flags, terminal),
      version,
      profile: profileNamed(flags.profile),
      ...(out === undefined ? {} : { out }),
    };
    const environment = runEnvironment(terminal, progressListener(terminal, flags));
    printResults(await validateMetadata(job, environment), out, flags, terminal);
  });
}

function inputOf(target: string, flags: Flags, terminal: Terminal): FilesInput | ServerInput {
  if (!/^https?:\/\//i.test(target)) return { kind: 'files', metadata: target };
  const { token, clientId, clientSecret, tokenUri, scope, clientAuth } = flags;
  const given = { url: target, token, clientId, clientSecret, tokenUri, scope };
  const { recipient, secrets } = openServer(given, terminal.variables());
  const manners = {
    delayMs: 0,
    concurrency: 1,
    pageSize: 1,
    rateLimitWaitMs: 60_000,
    har: false,
    record: false,
    resume: false,
    clientAuthentication: clientAuth,
  };
  return { kind: 'server', recipient, manners, secrets, sampling: DEFAULT_SAMPLING, requests: [] };
}
