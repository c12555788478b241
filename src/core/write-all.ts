import { writeSync } from 'node:fs';

/** Writes bytes to an open file, all of them: a single call of the operating system may take fewer. */
export function writeAll(file: number, bytes: Uint8Array, position?: number): void {
  for (let done = 0; done < bytes.length; ) {
    const place = position === undefined ? null : position + done;
    done += writeSync(file, bytes, done, bytes.length - done, place);
  }
}
