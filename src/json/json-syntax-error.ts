import type { JsonFaultReason } from './json-fault.js';

/** Ends the reading of a text at the first thing that is wrong. Never leaves this layer: the tokenizer makes data of it. */
export class JsonSyntaxError extends Error {
  constructor(
    readonly reason: JsonFaultReason,
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}
