import { closeSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from '../../core/errors.js';
import { writeAll } from '../../core/write-all.js';
import { encodeFrame, type Frame } from './frame.js';

/** Only who runs the tool may look into it. */
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/**
 * Appends entries to a journal, each by the time that `append` returns: what was handed to the operating system
 * survives the end of this process, however it comes. Only at the end is the disk waited for: a power cut may cost
 * the latest entries, and checksums tell how many.
 */
export class JournalWriter {
  readonly #file: number;
  #end: number;

  /**
   * @param length how much of a file that is there is kept; 0 begins it anew
   * @throws ConfigurationError when the file cannot be written
   */
  constructor(
    private readonly path: string,
    length: number,
  ) {
    this.#end = length;
    this.#file = this.#attempt(() => {
      mkdirSync(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
      const file = openSync(path, length === 0 ? 'w' : 'r+', PRIVATE_FILE);
      ftruncateSync(file, length);
      return file;
    });
  }

  /** Returns the offset at which the entry stands. @throws ConfigurationError when there is no room */
  append(frame: Frame): number {
    const bytes = encodeFrame(frame);
    const offset = this.#end;
    this.#attempt(() => writeAll(this.#file, bytes, offset));
    this.#end += bytes.length;
    return offset;
  }

  close(): void {
    this.#attempt(() => {
      fdatasyncSync(this.#file);
      closeSync(this.#file);
    });
  }

  #attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigurationError(`The checkpoint cannot be written: ${reason}.`, {
        where: this.path,
        advice:
          'Choose with --out a folder that you may write to and that has room, and go on with --resume.',
        cause,
      });
    }
  }
}
