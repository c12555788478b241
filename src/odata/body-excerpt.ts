import type { Redactor } from '../core/redaction.js';

const LOOKED_AT = 2 ** 20;

/** The first characters of a body as UTF-8, redacted. `isCut` says that the body did not come whole. */
export function bodyExcerpt(redactor: Redactor, body: Uint8Array, limit: number, isCut = false): string {
  const text = Buffer.from(body.subarray(0, LOOKED_AT)).toString('utf8');
  return redactor.excerpt(text, limit, isCut || body.length > LOOKED_AT);
}
