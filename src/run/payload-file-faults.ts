import type { Location } from '../core/finding.js';
import type { UnreadFile } from './payload-files.js';

/** NDJSON may have as many broken lines as it has lines. */
const MOST_TOLD = 100;
/** Of one file. */
const MOST_STRANGERS = 5;

/** A file that could not be read to its end. */
export interface PartlyReadFile extends UnreadFile {
  /** The resource of what was read last, where that is known. */
  readonly resource: string | undefined;
}

/** A document that is no JSON. */
export interface BrokenDocument {
  readonly location: Location;
  /** What is wrong, as the end of a sentence. */
  readonly message: string;
  /** Its number in the file, from 0. */
  readonly document: number;
  /** Its resource, where that is known. */
  readonly resource: string | undefined;
}

/** What is wrong with payload files, and not with the records in them. */
export class PayloadFileFaults {
  /** The first of the documents that are no JSON. */
  readonly broken: BrokenDocument[] = [];
  /** Why documents were not judged, those that came first: their resources are not known. */
  readonly unnamed: string[] = [];
  readonly partlyRead: PartlyReadFile[] = [];
  readonly withByteOrderMark: string[] = [];
  /** By file: names beside a list of records that say nothing of it. */
  readonly strangers = new Map<string, Set<string>>();
  brokenCount = 0;
  unnamedCount = 0;

  addBroken(document: BrokenDocument): void {
    this.brokenCount += 1;
    if (this.broken.length < MOST_TOLD) this.broken.push(document);
  }

  addUnnamed(reason: string): void {
    this.unnamedCount += 1;
    if (this.unnamed.length < MOST_TOLD) this.unnamed.push(reason);
  }

  addStrangers(file: string, names: readonly string[]): void {
    if (names.length === 0) return;
    const known = this.strangers.get(file) ?? new Set();
    this.strangers.set(file, known);
    for (const name of names) if (known.size < MOST_STRANGERS) known.add(name);
  }
}
