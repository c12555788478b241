import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How one request is answered. */
export type Responder = (response: ServerResponse, request: SeenRequest) => void;

export interface LocalServer {
  readonly origin: string;
  readonly port: number;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/** A real HTTP server on the loopback, which closes when the test ends. */
export async function serve(...responders: readonly Responder[]): Promise<LocalServer> {
  const seen: SeenRequest[] = [];
  const { origin, port, close } = await listen(async (message, response) => {
    const request = { ...describe(message), body: await text(message) };
    // The last responder answers whatever comes after.
    const respond = responders[Math.min(seen.length, responders.length - 1)];
    seen.push(request);
    respond?.(response, request);
  });
  return { origin, port, seen, close };
}

/** A server with a listener of one's own. */
export async function listen(listener: RequestListener): Promise<Omit<LocalServer, 'seen'>> {
  const server = createServer({ keepAliveTimeout: 60_000 }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return { origin: `http://127.0.0.1:${port}`, port, close };
}

/** Answers with a status and a body. */
export function answer(
  status: number,
  body: string | Buffer = '',
  headers: Record<string, string> = {},
): Responder {
  return (response) => {
    response.sendDate = false;
    response.writeHead(status, headers).end(body);
  };
}

/** Answers with JSON. */
export function json(value: unknown, status = 200): Responder {
  return answer(status, JSON.stringify(value), { 'content-type': 'application/json' });
}

/** Closes the connection without an answer. */
export const hangUp: Responder = (response) => {
  response.socket?.destroy();
};

/** Never answers. */
export const silence: Responder = () => undefined;

function describe({ method = '', url = '', headers }: IncomingMessage) {
  return { method, url, headers };
}

async function text(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
