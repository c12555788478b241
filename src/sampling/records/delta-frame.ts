import { crc32 } from 'node:zlib';
import { ToolFault } from '../../core/errors.js';

/** Raise it whenever the bytes of a delta change their meaning. */
const VERSION = 1;
const HEADER_BYTES = 5;
const CHECKSUM_BYTES = 4;

/** Why a delta cannot be replayed. */
export class UnusableDelta extends ToolFault {}

/** Puts version, fingerprint of the models and checksum around a delta. */
export function closeDelta(content: Uint8Array, fingerprint: number): Buffer {
  const delta = Buffer.alloc(HEADER_BYTES + content.length + CHECKSUM_BYTES);
  delta.writeUInt8(VERSION, 0);
  delta.writeUInt32LE(fingerprint, 1);
  delta.set(content, HEADER_BYTES);
  delta.writeUInt32LE(crc32(delta.subarray(0, -CHECKSUM_BYTES)), delta.length - CHECKSUM_BYTES);
  return delta;
}

/**
 * The content of a delta.
 *
 * @throws UnusableDelta when it is torn or damaged, of another version, or of other metadata
 */
export function openDelta(bytes: Uint8Array, fingerprint: number): Uint8Array {
  const delta = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = delta.length - CHECKSUM_BYTES;
  if (end < HEADER_BYTES || crc32(delta.subarray(0, end)) !== delta.readUInt32LE(end)) {
    throw new UnusableDelta('A page of the checkpoint is damaged.', {
      advice: 'Start afresh without --resume.',
    });
  }
  if (delta.readUInt8(0) !== VERSION) {
    throw new UnusableDelta('The checkpoint was written by another version of this tool.', {
      advice: 'Start afresh without --resume.',
    });
  }
  if (delta.readUInt32LE(1) !== fingerprint) {
    throw new UnusableDelta('The checkpoint belongs to other metadata.', {
      advice: 'The metadata has changed since; start afresh without --resume.',
    });
  }
  return delta.subarray(HEADER_BYTES, end);
}
