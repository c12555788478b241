import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ConfigurationError } from '../../core/errors.js';
import type { Sender, WireRequest } from '../sender.js';
import type { WireResult } from '../sending.js';
import { fromRecorded, type RecordedExchange } from './recorded-exchange.js';
import { type BeginLine, exchangesPath, type IndexLine, indexPath } from './recording-files.js';

/** Answers requests from a recording instead of the network: each as it was answered then. */
export class RecordedSender implements Sender {
  readonly #file: number;
  readonly #byId = new Map<string, IndexLine>();
  /** Those without an id, in their order. */
  readonly #byUrl = new Map<string, IndexLine[]>();

  /** @throws ConfigurationError when there is no recording in the folder */
  constructor(private readonly folder: string) {
    const lines = readIndex(folder);
    this.#file = openSync(exchangesPath(folder), 'r');
    for (const line of lines) {
      // Whoever went on with the run asked again for what has no id, the metadata and the lookups.
      if ('begin' in line) this.#byUrl.clear();
      // A page that was under way when a run was killed was asked for again: the second answer is what it used.
      else if (line.id !== undefined) this.#byId.set(line.id, line);
      else this.#byUrl.set(line.url, [...(this.#byUrl.get(line.url) ?? []), line]);
    }
  }

  /** @throws ConfigurationError for a request that the recorded run did not send, or whose answer did not come */
  send({ id, url }: WireRequest): Promise<WireResult> {
    const line = id === undefined ? this.#byUrl.get(url.href)?.shift() : this.#byId.get(id);
    if (line === undefined || line.url !== url.href) return Promise.reject(notRecorded(url, this.folder));
    return Promise.resolve(fromRecorded(this.#read(line)));
  }

  close(): Promise<void> {
    closeSync(this.#file);
    return Promise.resolve();
  }

  #read({ offset, length }: IndexLine): RecordedExchange {
    const part = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.#file, part, done, length - done, offset + done);
      if (read === 0) throw damaged(this.folder);
      done += read;
    }
    try {
      return JSON.parse(gunzipSync(part).toString('utf8')) as RecordedExchange;
    } catch (cause) {
      throw damaged(this.folder, cause);
    }
  }
}

function readIndex(folder: string): readonly (IndexLine | BeginLine)[] {
  let text: string;
  try {
    text = readFileSync(indexPath(folder), 'utf8');
  } catch (cause) {
    throw new ConfigurationError('There is no recording.', {
      where: folder,
      advice: 'Name the result folder of a run with --record.',
      cause,
    });
  }
  return text.split('\n').flatMap(parseLine);
}

/** A line of a run that was killed may not be whole. */
function parseLine(line: string): readonly (IndexLine | BeginLine)[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line) as IndexLine | BeginLine];
  } catch {
    return [];
  }
}

function notRecorded(url: URL, folder: string): ConfigurationError {
  return new ConfigurationError(`The recording holds no answer to GET ${url.href}.`, {
    where: folder,
    advice: 'It ends where its run was stopped. Record a whole run, with the options of this one.',
  });
}

function damaged(folder: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError('The recording is damaged.', {
    where: folder,
    advice: 'Record again.',
    cause,
  });
}
