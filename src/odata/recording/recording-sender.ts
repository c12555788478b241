import { closeSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ConfigurationError } from '../../core/errors.js';
import type { Redactor } from '../../core/redaction.js';
import { writeAll } from '../../core/write-all.js';
import type { Sender, WireRequest } from '../sender.js';
import type { WireResult } from '../sending.js';
import { toRecorded } from './recorded-exchange.js';
import { type BeginLine, exchangesPath, type IndexLine, indexPath } from './recording-files.js';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const QUICKLY = { level: 1 };

interface Files {
  readonly exchanges: number;
  readonly index: number;
  /** The length of the exchanges. */
  end: number;
}

/**
 * Sends requests by another sender and keeps each exchange in a folder, redacted, for whoever wants to look at it again:
 * all but those of token endpoints, which are nothing but secrets.
 */
export class RecordingSender implements Sender {
  #files: Files | undefined;

  /** @param appends goes on with a recording that is there, instead of beginning it anew */
  constructor(
    private readonly sender: Sender,
    private readonly folder: string,
    private readonly redactor: Redactor,
    private readonly appends: boolean,
  ) {}

  /** @throws ConfigurationError when the recording cannot be written */
  async send(request: WireRequest): Promise<WireResult> {
    const result = await this.sender.send(request);
    if (request.method === 'GET') this.#keep(request, result);
    return result;
  }

  async close(): Promise<void> {
    if (this.#files !== undefined) {
      closeSync(this.#files.exchanges);
      closeSync(this.#files.index);
    }
    await this.sender.close();
  }

  #keep(request: WireRequest, result: WireResult): void {
    const recorded = toRecorded(request, result, this.redactor);
    const part = gzipSync(`${JSON.stringify(recorded)}\n`, QUICKLY);
    const { id, url } = recorded;
    try {
      const files = this.#open();
      const line: IndexLine = {
        ...(id === undefined ? {} : { id }),
        url,
        offset: files.end,
        length: part.length,
      };
      writeAll(files.exchanges, part);
      files.end += part.length;
      // Only what is whole gets into the index.
      writeAll(files.index, Buffer.from(`${JSON.stringify(line)}\n`));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigurationError(`The recording cannot be written: ${reason}.`, {
        where: this.folder,
        advice: 'Choose with --out a folder that you may write to and that has room.',
        cause,
      });
    }
  }

  #open(): Files {
    if (this.#files !== undefined) return this.#files;
    mkdirSync(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
    const flag = this.appends ? 'a' : 'w';
    const exchanges = openSync(exchangesPath(this.folder), flag, PRIVATE_FILE);
    const index = openSync(indexPath(this.folder), flag, PRIVATE_FILE);
    const begin: BeginLine = { begin: true };
    // A line that a killed process left half-written is ended first.
    writeAll(index, Buffer.from(`${fstatSync(index).size === 0 ? '' : '\n'}${JSON.stringify(begin)}\n`));
    this.#files = { exchanges, index, end: fstatSync(exchanges).size };
    return this.#files;
  }
}
