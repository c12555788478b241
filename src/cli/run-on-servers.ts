import type { Recipient, ServerConfiguration } from '../config/connection.js';
import { type DdOptions, type ServerInput, toDdJob } from '../config/dd-job.js';
import { plainHttpNotices } from '../config/plain-http.js';
import { readConfiguration } from '../config/read-configuration.js';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../config/sampling-options.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import { sleep } from '../odata/sleep.js';
import { rollUp } from '../reports/roll-up.js';
import { batchExitCode, runBatch, type ServerJob } from '../run/batch.js';
import { readInputFile } from '../run/read-file.js';
import { recipientFolder } from '../run/recipient-folder.js';
import type { OutputOptions } from './output-options.js';
import { assessInProcess } from './recipient-process.js';
import { mannersOf, type ServerOptions } from './server-options.js';
import { showResults } from './show-results.js';
import type { Terminal } from './terminal.js';

/** What the command line asks for besides the servers. */
interface Wishes {
  readonly flags: ServerOptions;
  readonly options: DdOptions;
  readonly sampling: SamplingOptions;
}

/** Assesses the server or servers that the flags give: one in this process, many in processes of their own. */
export async function runOnServers(
  flags: ServerOptions & OutputOptions,
  options: DdOptions,
  terminal: Terminal,
  sampling: SamplingOptions = DEFAULT_SAMPLING,
): Promise<void> {
  const configuration = await configurationOf(flags, terminal);
  const jobs = configuration.recipients.map((recipient, index) =>
    jobFor(recipient, index, configuration, { flags, options, sampling }),
  );
  const [only] = jobs;
  if (only !== undefined && jobs.length === 1) {
    await showResults(only, flags, terminal);
    return;
  }
  const ends = await runBatch(
    jobs,
    flags.parallel,
    (job, network) => assessInProcess(job, flags, terminal, network),
    (ms) => patiently(ms, terminal.signal),
  );
  terminal.out(
    flags.format === 'json'
      ? `${JSON.stringify(ends, null, 2)}\n`
      : rollUp(ends, terminal.paint('out', flags.color)),
  );
  terminal.setExitCode(batchExitCode(ends));
}

/** Waits; an interrupt ends the wait, and then each recipient by itself. */
async function patiently(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
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
  { flags, options, sampling }: Wishes,
): ServerJob {
  const place = { index, of: recipients.length };
  const folderIn = (folder: string) => recipientFolder(folder, options.ddVersion, recipient, place);
  const out = folderIn(options.out);
  const manners = mannersOf(flags);
  const { saveRecords } = sampling;
  // Recipients of a batch must not write over each other's records.
  const own = saveRecords === undefined || place.of === 1 ? {} : { saveRecords: folderIn(saveRecords) };
  const input: ServerInput = {
    kind: 'server',
    recipient,
    manners,
    sampling: { ...sampling, ...own },
    secrets,
    requests,
  };
  return Object.freeze({ ...toDdJob(input, { ...options, out }), input });
}
