import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientFor, failed } from './client-for.js';

const OPENSSL = 'openssl';
const DIST = resolve(import.meta.dirname, '../../dist');
const isBuilt = existsSync(join(DIST, 'odata/http-client.js'));
const hasOpenssl = canRun(OPENSSL, ['version']);

function canRun(command: string, options: readonly string[]): boolean {
  try {
    execFileSync(command, options, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** An https server for `127.0.0.1` with a certificate that it has signed itself, and the file of the certificate. */
async function serveTls(): Promise<{ origin: string; certificate: string; authorizations: unknown[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'tls-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate];
  execFileSync(OPENSSL, ['req', ...made, ...subject], { stdio: 'ignore' });
  const authorizations: unknown[] = [];
  const files = { key: await readFile(key), cert: await readFile(certificate) };
  const server = createServer(files, (request, response) => {
    authorizations.push(request.headers.authorization);
    response.end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `https://127.0.0.1:${port}`, certificate, authorizations };
}

/** Asks with a client in a process of its own, which leaves its connections open; what it prints, and that it ends. */
async function askInChild(origin: string, environment: Record<string, string>): Promise<string> {
  const script = join(await mkdtemp(join(tmpdir(), 'child-')), 'ask.mjs');
  onTestFinished(() => rm(script));
  await writeFile(script, childScript(origin));
  const child = spawn(process.execPath, [script], { env: { ...process.env, ...environment } });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    output += data;
  });
  await new Promise((done) => child.on('close', done));
  return output;
}

function childScript(origin: string): string {
  const from = (file: string) => JSON.stringify(pathToFileURL(join(DIST, file)).href);
  return `
    import { Redactor } from ${from('core/redaction.js')};
    import { ExchangeLog } from ${from('odata/exchange-log.js')};
    import { HttpClient } from ${from('odata/http-client.js')};
    import { Politeness } from ${from('odata/politeness.js')};
    import { sleep } from ${from('odata/sleep.js')};
    const time = { now: () => new Date(), clock: () => performance.now(), sleep, random: Math.random };
    const redactor = new Redactor();
    const client = new HttpClient({
      serviceRootUri: ${JSON.stringify(origin)},
      authentication: { kind: 'token', token: 'planted' },
      toolVersion: '0', redactor, log: new ExchangeLog(redactor), politeness: new Politeness(0, time),
      signal: new AbortController().signal, time, environment: {},
    });
    const answer = await client.get('x');
    console.log(answer.kind, answer.status ?? answer.reason);
  `;
}

describe.skipIf(!hasOpenssl)('a certificate (skipped without openssl to make one)', () => {
  it('of nobody we know is refused, before the token is sent', async () => {
    const { origin, authorizations } = await serveTls();
    const failure = failed(await clientFor(origin).client.get('Property'));
    expect(failure.reason).toBe('tls');
    expect(failure.message).toContain('NODE_EXTRA_CA_CERTS');
    expect(authorizations).toEqual([]);
  });

  it('for another name is refused', async () => {
    const { origin } = await serveTls();
    const { client } = clientFor(origin.replace('127.0.0.1', 'localhost'));
    expect(failed(await client.get('Property')).reason).toBe('tls');
  });
});

const both = isBuilt && hasOpenssl;
describe.skipIf(!both)('in a process of its own (skipped without dist, or without openssl)', () => {
  it('an authority of NODE_EXTRA_CA_CERTS is trusted, and the process ends by itself', async () => {
    const { origin, certificate } = await serveTls();
    expect(await askInChild(origin, { NODE_EXTRA_CA_CERTS: certificate })).toBe('response 200\n');
  });

  it('certificates are verified, whatever NODE_TLS_REJECT_UNAUTHORIZED says', async () => {
    const { origin } = await serveTls();
    expect(await askInChild(origin, { NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toContain('failed tls\n');
  });
});
