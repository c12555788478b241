import { basename, resolve } from 'node:path';
import { fileSource } from '../common-format/input/file-source.js';
import { listInputs } from '../common-format/input/list-inputs.js';
import type { ListedInput, PayloadSource } from '../common-format/input/payload-source.js';
import { ConfigurationError } from '../core/errors.js';
import { isResultFile } from '../reports/result-files.js';

/** A file or folder that cannot be read. */
export interface UnreadFile {
  readonly path: string;
  /** As the end of a sentence. */
  readonly reason: string;
}

/** The files to read, and those of the folders that are none. */
export interface PayloadFiles {
  readonly files: readonly PayloadSource[];
  readonly passedOver: readonly string[];
  readonly unreadable: readonly UnreadFile[];
}

/**
 * The payload files of paths: files whatever they are called, and of folders, at any depth, those that end like payloads and
 * are no results of a run.
 *
 * @param except a file that is no payload wherever it lies
 * @throws ConfigurationError for what is not there, is neither file nor folder, or an archive, and when there is no payload
 *   file at all
 */
export async function findPayloadFiles(paths: readonly string[], except: string): Promise<PayloadFiles> {
  const listed = await listInputs(paths, (path) =>
    isResultFile(basename(path)) || resolve(path) === resolve(except) ? 'it is no payload' : undefined,
  );
  const archive = listed.find((input) => isArchive(input) && paths.includes(input.path));
  if (archive !== undefined) throw refused(archive.path);
  const files = listed.flatMap((input) =>
    input.kind === 'file' ? [fileSource(input.path, input.format, input.size)] : [],
  );
  const unreadable = listed.flatMap((input) =>
    input.kind === 'unreadable' ? [{ path: input.path, reason: `it cannot be read: ${input.reason}` }] : [],
  );
  if (files.length + unreadable.length === 0) throw nothingIn(paths);
  const passedOver = listed.flatMap((input) =>
    input.kind === 'skipped' || isArchive(input) ? [input.path] : [],
  );
  return { files, passedOver, unreadable };
}

function isArchive({ kind }: ListedInput): boolean {
  return kind === 'zip' || kind === 'archive fault';
}

function refused(where: string): ConfigurationError {
  return new ConfigurationError('It is an archive, which is not opened here.', {
    where,
    advice:
      'Unpack it first. For payloads in the RESO Common Format there is "reso-certify rcf", which reads zip files.',
  });
}

function nothingIn(paths: readonly string[]): ConfigurationError {
  return new ConfigurationError('There is no payload file in it.', {
    where: paths.join(', '),
    advice: 'Payload files of a folder end in .json, .ndjson or .jsonl.',
  });
}
