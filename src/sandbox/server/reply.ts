import type { ServerResponse } from 'node:http';

/** An answer before it is compressed and sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** How the bytes go out, where it is not plainly. */
  readonly delivery?: Delivery;
}

/** Sends an answer whose status and headers are given, with its body as it goes over the wire. */
export type Delivery = (
  response: ServerResponse,
  head: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  body: Buffer,
) => void;

export const JSON_TYPE = 'application/json;odata.metadata=minimal;charset=utf-8';
export const XML_TYPE = 'application/xml;charset=utf-8';

const VERSION = { 'OData-Version': '4.0' };

/** A JSON answer of the service. */
export function jsonReply(content: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': JSON_TYPE, ...VERSION, ...headers },
    body: JSON.stringify(content),
  };
}

/** An answer of the service in another type. */
export function textReply(type: string, body: string): Reply {
  return { status: 200, headers: { 'Content-Type': type, ...VERSION }, body };
}

/** An OData error (OData 4.01 JSON Format, section 21.1). */
export function errorReply(
  status: number,
  code: string,
  message: string,
  { target, headers = {} }: { readonly target?: string; readonly headers?: Record<string, string> } = {},
): Reply {
  const error = { code, message, ...(target === undefined ? {} : { target }) };
  return { ...jsonReply({ error }, headers), status };
}
