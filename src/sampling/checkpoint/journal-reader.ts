import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { contentLength, decodeFrame, FRAME_HEADER, type Frame } from './frame.js';

/** An entry and where it stands. */
export interface PlacedFrame extends Frame {
  readonly offset: number;
  /** The offset behind it. */
  readonly end: number;
}

/**
 * The entries of a journal in their order, up to the first that is not whole: there the process that wrote it was
 * killed. One entry is in memory at a time.
 */
export function* readJournal(path: string): Generator<PlacedFrame> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    for (let offset = 0; ; ) {
      const frame = frameAt(file, offset, size);
      if (frame === undefined) return;
      yield frame;
      offset = frame.end;
    }
  } finally {
    closeSync(file);
  }
}

/** The entry that begins at an offset of an open file; nothing when there is no whole one. */
export function frameAt(file: number, offset: number, size: number): PlacedFrame | undefined {
  if (offset + FRAME_HEADER > size) return undefined;
  const header = bytesAt(file, offset, FRAME_HEADER);
  const length = contentLength(header);
  const end = offset + FRAME_HEADER + (length ?? 0);
  if (length === undefined || end > size) return undefined;
  const frame = decodeFrame(header, bytesAt(file, offset + FRAME_HEADER, length));
  return frame && { ...frame, offset, end };
}

function bytesAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const read = readSync(file, bytes, done, length - done, offset + done);
    if (read === 0) throw new Error('the journal became shorter while it was read');
    done += read;
  }
  return bytes;
}
