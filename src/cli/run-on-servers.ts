import type { Recipient, ServerConfiguration } from '../config/connection.js';
import { type DdOptions, toDdJob } from '../config/dd-job.js';
import { plainHttpNotices } from '../config/plain-http.js';
import { readConfiguration } from '../config/read-configuration.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import { rollUp } from '../reports/roll-up.js';
import { batchExitCode, runBatch, type ServerJob } from '../run/batch.js';
import { readInputFile } from '../run/read-file.js';
import { recipientFolder } from '../run/recipient-folder.js';
import type { OutputOptions } from './output-options.js';
import { assessInProcess } from './recipient-process.js';
import { mannersOf, type ServerOptions } from './server-options.js';
import { showResults } from './show-results.js';
import type { Terminal } from './terminal.js';

/** Assesses the server or servers that the flags give: one in this process, many in processes of their own. */
export async function runOnServers(
  flags: ServerOptions & OutputOptions,
  options: DdOptions,
  terminal: Terminal,
): Promise<void> {
  const configuration = await configurationOf(flags, terminal);
  const jobs = configuration.recipients.map((recipient, index) =>
    jobFor(recipient, index, configuration, flags, options),
  );
  const [only] = jobs;
  if (only !== undefined && jobs.length === 1) {
    await showResults(only, flags, terminal);
    return;
  }
  const ends = await runBatch(jobs, flags.parallel, (job, quiet) =>
    assessInProcess(job, flags, terminal, quiet),
  );
  terminal.out(
    flags.format === 'json'
      ? `${JSON.stringify(ends, null, 2)}\n`
      : rollUp(ends, terminal.paint('out', flags.color)),
  );
  terminal.setExitCode(batchExitCode(ends));
}

/** Reads the configuration that the flags name, with the environment and `.env` behind it. */
export async function configurationOf(
  flags: ServerOptions,
  terminal: Terminal,
): Promise<ServerConfiguration> {
  const { resoscript, config, url, token, clientId, clientSecret, tokenUri, scope } = flags;
  const given = { resoscript, config, url, token, clientId, clientSecret, tokenUri, scope };
  const configuration = await readConfiguration(given, terminal.variables(), readInputFile);
  for (const notice of plainHttpNotices(configuration)) terminal.err(`${escapeTerminal(notice)}\n`);
  return configuration;
}

function jobFor(
  recipient: Recipient,
  index: number,
  { recipients, secrets, requests }: ServerConfiguration,
  flags: ServerOptions,
  options: DdOptions,
): ServerJob {
  const out = recipientFolder(options.out, options.ddVersion, recipient, { index, of: recipients.length });
  const input = { kind: 'server', recipient, manners: mannersOf(flags), secrets, requests } as const;
  return Object.freeze({ ...toDdJob(input, { ...options, out }), input });
}
