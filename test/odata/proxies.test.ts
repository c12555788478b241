import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientFor, failed, responded, TOKEN } from './client-for.js';
import { answer, json, serve } from './local-server.js';

interface LocalProxy {
  readonly port: number;
  /** What it was asked to pass on: whole addresses, or `CONNECT host:port`. */
  readonly passed: string[];
  readonly authorizations: (string | undefined)[];
}

/** A proxy that passes on plain requests and tunnels; with `refusal` it passes on nothing. */
async function startProxy(refusal?: number): Promise<LocalProxy> {
  const passed: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const passOn: RequestListener = (incoming, outgoing) => {
    passed.push(incoming.url ?? '');
    authorizations.push(incoming.headers['proxy-authorization']);
    if (refusal !== undefined) {
      outgoing.writeHead(refusal).end();
      return;
    }
    const { method = 'GET', headers, url = '' } = incoming;
    delete headers['proxy-authorization'];
    incoming.pipe(
      httpRequest(url, { method, headers }, (answered) => {
        outgoing.writeHead(answered.statusCode ?? 500, answered.headers);
        answered.pipe(outgoing);
      }),
    );
  };
  const server = createServer(passOn);
  server.on('connect', (incoming, client) => {
    passed.push(`CONNECT ${incoming.url}`);
    authorizations.push(incoming.headers['proxy-authorization']);
    if (refusal !== undefined) {
      client.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
      return;
    }
    const [host = '', port] = (incoming.url ?? '').split(':');
    const target = connect(Number(port), host, () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    target.pipe(client).pipe(target);
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, passed, authorizations };
}

describe('a proxy of the environment', () => {
  it.each([
    ['HTTP_PROXY', (port: number) => `http://127.0.0.1:${port}`],
    ['http_proxy', (port: number) => `http://127.0.0.1:${port}/`],
    ['HTTP_PROXY', (port: number) => `127.0.0.1:${port}`],
  ])('passes requests on: %s as %s', async (name, address) => {
    const proxy = await startProxy();
    const server = await serve(json({ value: [] }));
    const { client } = clientFor(server.origin, { environment: { [name]: address(proxy.port) } });
    expect(responded(await client.get('Property?$top=1')).status).toBe(200);
    expect(proxy.passed).toEqual([`${server.origin}/odata/Property?$top=1`]);
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('gets its user and password, which nobody else sees', async () => {
    const proxy = await startProxy();
    const server = await serve(answer(200));
    const environment = { HTTP_PROXY: `http://me:p%40ssword@127.0.0.1:${proxy.port}` };
    const { client, log } = clientFor(server.origin, { environment });
    await client.get('Property');
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('me:p@ssword').toString('base64')}`]);
    expect(JSON.stringify(log.exchanges)).not.toMatch(/p(?:%40|@)ssword/);
  });

  it.each(['127.0.0.1', '*', 'example.com, 127.0.0.1'])('is not used for NO_PROXY=%s', async (noProxy) => {
    const proxy = await startProxy();
    const server = await serve(json({}));
    const environment = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: noProxy };
    await clientFor(server.origin, { environment }).client.get('Property');
    expect(proxy.passed).toEqual([]);
    expect(server.seen).toHaveLength(1);
  });

  it('tunnels https', async () => {
    const proxy = await startProxy();
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const server = await serve(json({}));
    const { client } = clientFor(server.origin.replace('http:', 'https:'), { environment });
    // The server behind speaks no TLS: what counts is the way there.
    expect(['tls', 'reset']).toContain(failed(await client.get('Property')).reason);
    expect(proxy.passed[0]).toBe(`CONNECT 127.0.0.1:${server.port}`);
  });

  it.each(['http', 'https'])('that asks for a password or refuses is said to: %s', async (scheme) => {
    const proxy = await startProxy(407);
    const address = `http://127.0.0.1:${proxy.port}`;
    const { client } = clientFor(`${scheme}://example.com`, {
      environment: { HTTP_PROXY: address, HTTPS_PROXY: address },
    });
    const failure = failed(await client.get('Property'));
    expect(failure.reason).toBe('proxy');
    expect(failure.message).toContain('407');
    expect(failure.message).toContain('Check HTTP_PROXY');
  });

  it.each(['http://[', 'http://', 'http://me:%zz@host:1'])('%j is refused', (address) => {
    expect(() => clientFor('http://example.com', { environment: { HTTP_PROXY: address } })).toThrow(
      /proxy is no URL/,
    );
  });
});

it('the environment of the process does not count', async () => {
  const before = process.env['HTTP_PROXY'];
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
  onTestFinished(() => {
    if (before === undefined) delete process.env['HTTP_PROXY'];
    else process.env['HTTP_PROXY'] = before;
  });
  const server = await serve(json({}));
  expect(responded(await clientFor(server.origin).client.get('Property')).status).toBe(200);
});
