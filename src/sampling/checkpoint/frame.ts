import { crc32 } from 'node:zlib';

/** One entry of a journal: what can be said in JSON, and bytes that go with it. */
export interface Frame {
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

/** Length and checksum stand before the content: two unsigned integers, little-endian. */
export const FRAME_HEADER = 8;
const WORD = 4;
/** More than any page leaves behind: a length beyond it is damage. */
const MOST_BYTES = 2 ** 28;

/** An entry as it stands in the file: header, length of the JSON, JSON in UTF-8, bytes. */
export function encodeFrame({ json, bytes }: Frame): Buffer {
  const text = Buffer.from(JSON.stringify(json), 'utf8');
  const frame = Buffer.allocUnsafe(FRAME_HEADER + WORD + text.length + bytes.length);
  frame.writeUInt32LE(text.length, FRAME_HEADER);
  text.copy(frame, FRAME_HEADER + WORD);
  frame.set(bytes, FRAME_HEADER + WORD + text.length);
  const content = frame.subarray(FRAME_HEADER);
  frame.writeUInt32LE(content.length, 0);
  frame.writeUInt32LE(crc32(content), WORD);
  return frame;
}

/** The length of the content that a header announces, or nothing when no entry can have it. */
export function contentLength(header: Buffer): number | undefined {
  const length = header.readUInt32LE(0);
  return length >= WORD && length <= MOST_BYTES ? length : undefined;
}

/** The entry in a content, or nothing when it is not what was written: the tail of a file that broke off. */
export function decodeFrame(header: Buffer, content: Buffer): Frame | undefined {
  if (crc32(content) !== header.readUInt32LE(WORD)) return undefined;
  const jsonLength = content.readUInt32LE(0);
  const start = WORD + jsonLength;
  if (start > content.length) return undefined;
  return {
    json: JSON.parse(content.toString('utf8', WORD, start)) as unknown,
    bytes: content.subarray(start),
  };
}
