import { lookup } from 'node:dns/promises';
import { connect } from 'node:tls';
import type { Recipient } from '../config/connection.js';
import type { ServerInput } from '../config/dd-job.js';
import { CertifyError } from '../core/errors.js';
import type { SeverityPolicy } from '../core/severity.js';
import { fetchMetadata } from '../metadata/fetch-metadata.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { RunEnvironment } from './environment.js';
import { openClient } from './open-client.js';
import { recipientName } from './recipient-name.js';

/** One line of the doctor's page. */
export interface Diagnosis {
  readonly what: string;
  readonly status: 'well' | 'mend' | 'note';
  readonly detail: string;
}

/** A server and what was found on the way to it. */
export interface ServerDiagnosis {
  readonly name: string;
  readonly lines: readonly Diagnosis[];
}

const TLS_TIMEOUT_MS = 10_000;
const DAY_MS = 86_400_000;
const EXPIRES_SOON_DAYS = 14;

/** Looks at the environment that a run would have. Tests nothing. */
export function diagnoseEnvironment({ tool, variables }: RunEnvironment): readonly Diagnosis[] {
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].filter(
    (name) => (variables[name] ?? variables[name.toLowerCase()] ?? '') !== '',
  );
  const unverified = variables['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
  return [
    { what: 'tool', status: 'well', detail: `${tool.name} ${tool.version} on Node ${process.versions.node}` },
    {
      what: 'proxy',
      status: 'well',
      detail: proxies.length === 0 ? 'none set' : `${proxies.join(', ')} set: requests follow them`,
    },
    {
      what: 'certificates',
      status: unverified ? 'note' : 'well',
      detail: unverified
        ? 'NODE_TLS_REJECT_UNAUTHORIZED=0 is set; certificates are verified all the same. Use NODE_EXTRA_CA_CERTS for a CA of your own.'
        : variables['NODE_EXTRA_CA_CERTS'] === undefined
          ? "the system's certificate authorities"
          : `NODE_EXTRA_CA_CERTS adds ${variables['NODE_EXTRA_CA_CERTS']}`,
    },
  ];
}

/** Goes the way of a run to a server, step by step, and says where it ends and what to mend. */
export async function diagnoseServer(
  server: ServerInput,
  environment: RunEnvironment,
): Promise<ServerDiagnosis> {
  const url = new URL(server.recipient.serviceRootUri);
  const lines: Diagnosis[] = [configurationOf(server.recipient)];
  const steps = [
    () => diagnoseName(url),
    ...(url.protocol === 'https:' ? [() => diagnoseTls(url, environment)] : []),
    () => diagnoseMetadata(server, environment),
  ];
  for (const step of steps) {
    const found = await step();
    lines.push(...found);
    if (found.some(({ status }) => status === 'mend')) break;
  }
  return { name: recipientName(server.recipient), lines };
}

function configurationOf({ serviceRootUri, authentication }: Recipient): Diagnosis {
  const how =
    authentication.kind === 'token' ? 'a bearer token' : `client credentials from ${authentication.tokenUri}`;
  return { what: 'configuration', status: 'well', detail: `${serviceRootUri}, with ${how}` };
}

async function diagnoseName({ hostname }: URL): Promise<readonly Diagnosis[]> {
  try {
    const addresses = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
    return [{ what: 'name', status: 'well', detail: addresses.map(({ address }) => address).join(', ') }];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        what: 'name',
        status: 'mend',
        detail: `${hostname} has no address (${reason}). Check the spelling of the host, and the DNS of this machine.`,
      },
    ];
  }
}

function diagnoseTls(url: URL, { time }: RunEnvironment): Promise<readonly Diagnosis[]> {
  const host = url.hostname;
  const mend = (reason: string): readonly Diagnosis[] => [
    {
      what: 'TLS',
      status: 'mend',
      detail: `No secure connection to ${url.host}: ${reason}. Mend the certificate, or name its authority in NODE_EXTRA_CA_CERTS.`,
    },
  ];
  return new Promise((resolve) => {
    const socket = connect(
      { host, port: Number(url.port || 443), servername: host, timeout: TLS_TIMEOUT_MS },
      () => {
        const days = Math.floor(
          (Date.parse(socket.getPeerCertificate().valid_to) - time.now().getTime()) / DAY_MS,
        );
        const soon = days < EXPIRES_SOON_DAYS;
        resolve([
          {
            what: 'TLS',
            status: soon ? 'note' : 'well',
            detail: `${socket.getProtocol() ?? 'TLS'}, certificate valid for ${days} more days`,
          },
        ]);
        socket.end();
      },
    );
    socket.on('timeout', () => {
      resolve(mend('no answer'));
      socket.destroy();
    });
    socket.on('error', (error) => resolve(mend(error.message)));
  });
}

async function diagnoseMetadata(
  server: ServerInput,
  environment: RunEnvironment,
): Promise<readonly Diagnosis[]> {
  const policy: SeverityPolicy = { profile: 'certification', version: '2.0', strict: true };
  // The doctor keeps no recording, so that the folder does not matter.
  const { client } = openClient(
    { ...server, manners: { ...server.manners, record: false } },
    environment,
    '',
  );
  try {
    const { document, findings } = await fetchMetadata(client, RESULT_FILES.metadata, policy);
    const faults = findings.filter(({ severity }) => severity === 'error');
    const [first] = faults;
    return [
      { what: 'authentication', status: 'well', detail: 'accepted' },
      {
        what: 'metadata',
        status: first === undefined ? 'well' : 'mend',
        detail:
          first === undefined
            ? `${document?.model?.types.size ?? 0} types`
            : `${first.message}${faults.length > 1 ? ` And ${faults.length - 1} more: reso-certify metadata fetch lists them.` : ''}`,
      },
    ];
  } catch (error) {
    if (!(error instanceof CertifyError)) throw error;
    return [{ what: 'authentication', status: 'mend', detail: error.explain() }];
  } finally {
    await client.close();
  }
}
