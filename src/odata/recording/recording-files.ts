import { join } from 'node:path';

/** The exchanges, a line of JSON each; every line is a part of its own of the gzip file. */
export function exchangesPath(folder: string): string {
  return join(folder, 'exchanges.ndjson.gz');
}

/** Where each of them stands: a line of JSON each. */
export function indexPath(folder: string): string {
  return join(folder, 'index.ndjson');
}

/** Says that another process goes on with the recording from here. */
export interface BeginLine {
  readonly begin: true;
}

/** A line of the index that names an exchange. */
export interface IndexLine {
  readonly id?: string;
  readonly url: string;
  readonly offset: number;
  readonly length: number;
}
