import type { Delivery } from '../server/reply.js';

const PIECES = 10;
const PAUSE_MS = 200;

/** Closes the connection without an answer, as a reset. */
export const reset: Delivery = (response) => {
  response.socket?.resetAndDestroy();
};

/** Sends the body in ten pieces over two seconds. */
export const slowly: Delivery = (response, { status, headers }, body) => {
  response.writeHead(status, headers);
  const size = Math.ceil(body.length / PIECES);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + size));
    sent += size;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, PAUSE_MS);
  response.once('close', () => clearInterval(timer));
};

/** Sends half of the body, and then nothing more: the connection stays open. */
export const stalled: Delivery = (response, { status, headers }, body) => {
  response.writeHead(status, headers);
  response.write(body.subarray(0, Math.floor(body.length / 2)));
};

/** Sends half of the body that `Content-Length` promises, and closes the connection. */
export const truncated: Delivery = (response, { status, headers }, body) => {
  response.writeHead(status, headers);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
};

/** Sends half of the body as if it were whole: of a compressed one, what is left cannot be unpacked to its end. */
export const cutShort: Delivery = (response, { status, headers }, body) => {
  const half = body.subarray(0, Math.floor(body.length / 2));
  response.writeHead(status, { ...headers, 'Content-Length': String(half.length) }).end(half);
};
