import type { ServerInput } from '../config/dd-job.js';
import type { SeverityPolicy } from '../core/severity.js';
import { toHar } from '../odata/har.js';
import type { RunEnvironment } from './environment.js';
import { openClient } from './open-client.js';
import type { OpenInput } from './open-input.js';
import { serverInput } from './server-input.js';

/** Opens a server: a client that has sent nothing yet, and what it will write down. */
export function openServer(
  server: ServerInput,
  out: string,
  policy: SeverityPolicy,
  environment: RunEnvironment,
): OpenInput {
  const { client, log, redactor } = openClient(server, environment, out);
  return {
    input: serverInput(server, policy, client, environment),
    server: { input: server, client, log },
    redactor,
    ...(server.manners.har ? { har: () => toHar(log, environment.tool) } : {}),
    close: () => client.close(),
  };
}
