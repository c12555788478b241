import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Exchange } from './exchange.js';
import type { Delivery, Reply } from './reply.js';

const compress = promisify(gzip);
const QUICKLY = { level: 1 };
const WORTH_COMPRESSING = 256;

/** Sends an answer, compressed when the client takes gzip, without its body for a HEAD request. */
export async function sendReply(response: ServerResponse, exchange: Exchange, reply: Reply): Promise<void> {
  const plain = Buffer.from(reply.body);
  const isZipped = plain.length >= WORTH_COMPRESSING && takesGzip(exchange.headers['accept-encoding']);
  const body = isZipped ? await compress(plain, QUICKLY) : plain;
  const headers = {
    ...reply.headers,
    Vary: 'Accept-Encoding',
    ...(isZipped ? { 'Content-Encoding': 'gzip' } : {}),
    'Content-Length': String(body.length),
  };
  if (response.destroyed) return;
  const deliver = exchange.method === 'HEAD' ? headOnly : (reply.delivery ?? plainly);
  deliver(response, { status: reply.status, headers }, body);
}

const plainly: Delivery = (response, { status, headers }, body) => {
  response.writeHead(status, headers).end(body);
};

const headOnly: Delivery = (response, { status, headers }) => {
  response.writeHead(status, headers).end();
};

function takesGzip(accepted: string | string[] | undefined): boolean {
  return String(accepted ?? '')
    .split(',')
    .some((coding) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(coding));
}
