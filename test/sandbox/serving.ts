import { connect } from 'node:net';
import { afterEach } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.js';

const open: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** A sandbox for one test: small, and closed when the test ends. */
export async function serving(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ records: 60, pageSize: 25, ...options });
  open.push(sandbox);
  return sandbox;
}

/** An answer as the tests look at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A page of records, or an error, as JSON. */
export interface Content {
  readonly '@odata.context'?: string;
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
  readonly value: readonly Readonly<Record<string, unknown>>[];
  readonly error?: { readonly code: string; readonly message: string; readonly target?: string };
}

/** Asks for a path of the service, or for a whole URL; redirects are not followed. */
export async function ask(
  sandbox: Sandbox,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const url = path.startsWith('http') ? path : `${sandbox.url}${path}`;
  const response = await fetch(url, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The JSON of a path. */
export async function json(
  sandbox: Sandbox,
  path: string,
  headers: Record<string, string> = {},
): Promise<Content> {
  return JSON.parse((await ask(sandbox, path, headers)).text) as Content;
}

/** The pages from a path on, by their next links. */
export async function walk(
  sandbox: Sandbox,
  path: string,
  headers: Record<string, string> = {},
): Promise<readonly Content[]> {
  const pages: Content[] = [];
  for (let link: string | undefined = path; link !== undefined; ) {
    const page: Content = await json(sandbox, link, pages.length === 0 ? headers : {});
    pages.push(page);
    link = page['@odata.nextLink'];
  }
  return pages;
}

/** The keys of records, or another of their fields. */
export function column(records: readonly Readonly<Record<string, unknown>>[], field: string): unknown[] {
  return records.map((record) => record[field]);
}

/** The bytes that come back for bytes that go out. */
export function rawRequest(url: string, text: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('error', reject)
      .on('close', () => resolve(Buffer.concat(chunks)));
  });
}
