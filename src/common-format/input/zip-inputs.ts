import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS, excessOf } from './archive-limits.js';
import { entryName, nameFault } from './entry-name.js';
import { entrySource } from './entry-source.js';
import { kindByName } from './file-kind.js';
import type { FoundInput } from './payload-source.js';

/** What Macs put beside each file. */
const MAC_FOLDER = '__MACOSX/';
const STORED = 0;
const DEFLATED = 8;
/** The kind of a file in the upper half of an entry's external attributes, as Unix has it. */
const KIND_MASK = 0xf000;
const LINK = 0xa000;

/**
 * The entries of a zip file, in the order of its directory. Each can be read until the next is asked for; nothing is written
 * to disk, and no archive within it is opened.
 *
 * @param size of the file
 */
export async function* zipInputs(
  path: string,
  size: number,
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): AsyncGenerator<FoundInput> {
  yield { kind: 'archive', path };
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
    const archive = new ZipArchive(path, size, zip, limits);
    for await (const entry of zip.eachEntry()) {
      const found = archive.input(entry);
      if (found !== undefined) yield found;
      if (archive.isExhausted) return;
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    yield { kind: 'archive fault', path, reason: `it is no zip file that can be read: ${reason}` };
  } finally {
    zip?.close();
  }
}

/** Decides about the entries of an archive, one after the other. */
class ZipArchive {
  /** True when what is left of it is not to be looked at. */
  isExhausted = false;
  readonly #names = new Set<string>();
  #entries = 0;
  #bytes = 0;

  constructor(
    private readonly path: string,
    private readonly size: number,
    private readonly zip: ZipFile,
    private readonly limits: ArchiveLimits,
  ) {}

  /** What an entry is; nothing for a folder. */
  input(entry: Entry): FoundInput | undefined {
    this.#entries += 1;
    if (this.#entries > this.limits.entries) {
      return this.#exhausted(`it has more than ${this.limits.entries} entries`);
    }
    if (entry.fileNameRaw.length > this.limits.nameBytes) {
      const reason = `the name of entry ${this.#entries} has more than ${this.limits.nameBytes} bytes`;
      return { kind: 'archive fault', path: this.path, reason };
    }
    const name = entryName(entry);
    return name.endsWith('/') ? undefined : this.#file(entry, name, `${this.path}/${name}`);
  }

  #file(entry: Entry, name: string, path: string): FoundInput {
    const kind = kindByName(name);
    const isByProduct = name.startsWith(MAC_FOLDER);
    const reason =
      nameFault(name) ?? this.#repeated(name) ?? (isByProduct ? undefined : faultOf(entry, name));
    if (reason !== undefined) return { kind: 'archive fault', path, reason };
    if (isByProduct) return { kind: 'skipped', path, reason: 'it is a by-product of packing' };
    if (kind !== 'json' && kind !== 'ndjson') {
      return { kind: 'skipped', path, reason: 'it does not end in .json, .ndjson or .jsonl' };
    }
    const { compressedSize, uncompressedSize } = entry;
    const ofEntry = excessOf(compressedSize, uncompressedSize, this.limits);
    if (ofEntry !== undefined) return { kind: 'archive fault', path, reason: ofEntry };
    // Entries may overlap, so that each is harmless and all of them together are not.
    this.#bytes += uncompressedSize;
    const ofAll = excessOf(this.size, this.#bytes, this.limits);
    if (ofAll !== undefined) return this.#exhausted(ofAll);
    return { kind: 'source', source: entrySource(this.zip, entry, { path, format: kind }) };
  }

  #exhausted(reason: string): FoundInput {
    this.isExhausted = true;
    return { kind: 'archive fault', path: this.path, reason: `${reason}; the rest of it was not read` };
  }

  #repeated(name: string): string | undefined {
    if (this.#names.has(name)) return 'another entry has the same name';
    this.#names.add(name);
    return undefined;
  }
}

function faultOf(entry: Entry, name: string): string | undefined {
  const kind = kindByName(name);
  if (kind === 'zip' || kind === 'other archive')
    return 'it is an archive within an archive, which is not opened';
  if (((entry.externalFileAttributes >>> 16) & KIND_MASK) === LINK) return 'it is a link';
  if (entry.isEncrypted()) return 'it is encrypted';
  if (entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED) return undefined;
  return `it is compressed by method ${entry.compressionMethod}, which is not known here`;
}
