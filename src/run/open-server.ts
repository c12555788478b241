import type { ServerInput } from '../config/dd-job.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { ReadOptions } from '../metadata/check-document.js';
import { toHar } from '../odata/har.js';
import type { RunEnvironment } from './environment.js';
import { openClient } from './open-client.js';
import type { OpenedInput } from './opened-input.js';
import { serverInput } from './server-input.js';

/** Opens a server: a client that has sent nothing yet, and what it will write down. */
export function openServer(
  server: ServerInput,
  out: string | undefined,
  policy: SeverityPolicy,
  options: ReadOptions,
  environment: RunEnvironment,
): OpenedInput {
  const { client, log, redactor } = openClient(server, environment, out);
  return {
    input: serverInput(server, policy, options, client, environment),
    server: { input: server, client, log },
    redactor,
    ...(server.manners.har ? { har: () => toHar(log, environment.tool) } : {}),
    close: () => client.close(),
  };
}
