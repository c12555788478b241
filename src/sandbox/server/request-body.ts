import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 64 * 1024;

/** The body of a request as text; nothing when it has more than 64 KiB, of which the rest is not read. */
export async function requestBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
