import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { ChangedRecords } from './data/changed-records.js';
import { ActiveFaults } from './faults/active-faults.js';
import { checkOptions, type SandboxOptions } from './sandbox-options.js';
import { AccessTokens } from './server/access-tokens.js';
import { type LoggedRequest, SandboxServer } from './server/sandbox-server.js';
import { buildService } from './server/service.js';

export type { SandboxOptions } from './sandbox-options.js';
export type { LoggedRequest } from './server/sandbox-server.js';

/** A RESO Web API server that runs in this process. */
export interface Sandbox {
  /** The service root, without a slash at its end. */
  readonly url: string;
  /** The latest 100,000 requests, in the order in which they were answered. */
  readonly requests: readonly LoggedRequest[];
  /** Stops listening, lets what is under way end for half a second, and then ends it. */
  close(): Promise<void>;
}

/**
 * Starts a RESO Web API server on the loopback interface, to try clients on: metadata in either representation, made
 * up records that agree with it, OData queries, authentication, and faults when they are asked for.
 *
 * @throws ConfigurationError for options that make no sense, a version that is not there, a port that is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const checked = checkOptions(options);
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, checked.version);
  const tokens = new AccessTokens(checked);
  const changes = new ChangedRecords(checked.asOf);
  const die = () => server.die();
  const faults = new ActiveFaults(checked.faults, checked.seed, { tokens, now: checked.now, changes, die });
  const service = buildService(dictionary, { ...checked, changes }, faults);
  const server: SandboxServer = new SandboxServer({ service, tokens, faults });
  const url = await server.listen(checked.port);
  return { url, requests: server.requests, close: () => server.close() };
}
