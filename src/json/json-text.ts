import { BLANK, LF } from './byte.js';

const TAB = 0x09;
const CR = 0x0d;

/** The bytes of a JSON text, and reading them in words. Beyond the end there are zeros, which no JSON text holds. */
export class JsonText {
  bytes: Uint8Array = new Uint8Array(0);
  length = 0;
  view: DataView = new DataView(new ArrayBuffer(0));
  /** The last offset at which a whole word stands. */
  lastWord = -1;

  open(bytes: Uint8Array): void {
    // Of one class, whether it was a Buffer or not: reading from two is slower.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.length = bytes.length;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.lastWord = bytes.length - 4;
  }

  byteAt(at: number): number {
    return at < this.length ? (this.bytes[at] as number) : 0;
  }

  /** The four bytes from an offset on as a little-endian word. */
  wordAt(at: number): number {
    return at <= this.lastWord ? this.view.getInt32(at, true) : this.#wordAtEnd(at);
  }

  /** The first offset from `at` on with something else than white space (RFC 8259, section 2). */
  skipBlanks(at: number): number {
    let next = at;
    for (let byte = this.byteAt(next); isBlank(byte); byte = this.byteAt(next)) next += 1;
    return next;
  }

  #wordAtEnd(at: number): number {
    return (
      this.byteAt(at) | (this.byteAt(at + 1) << 8) | (this.byteAt(at + 2) << 16) | (this.byteAt(at + 3) << 24)
    );
  }
}

/** Whether a byte is white space (RFC 8259, section 2). */
export function isBlank(byte: number): boolean {
  return byte === BLANK || byte === LF || byte === CR || byte === TAB;
}

/** The first offset from `at` on in a chunk with something else than white space, or its end. */
export function skipBlanks(chunk: Uint8Array, at: number): number {
  let next = at;
  while (next < chunk.length && isBlank(chunk[next] as number)) next += 1;
  return next;
}
