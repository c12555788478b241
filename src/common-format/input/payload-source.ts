import type { PayloadFormat } from '../../json/read-payloads.js';

/** A text with payloads that can be read as often as it takes. */
export interface PayloadSource {
  /** What people know it by: a path, or that of an archive with the name of an entry behind it. */
  readonly path: string;
  readonly format: PayloadFormat;
  /** The text from its beginning. @throws SourceFault when it cannot be read to its end */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A text that cannot be read to its end. */
export class SourceFault extends Error {
  constructor(
    /** Whether an archive is to blame, or whoever keeps the file. */
    readonly kind: 'archive' | 'unreadable',
    /** As the end of a sentence. */
    message: string,
  ) {
    super(message);
    this.name = 'SourceFault';
  }
}

/** Something that is not read, or not to its end. */
export type Unread =
  /** No payload. */
  | { readonly kind: 'skipped'; readonly path: string; readonly reason: string }
  /** An archive or an entry of one. */
  | { readonly kind: 'archive fault'; readonly path: string; readonly reason: string }
  /** A file or folder. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** What was found where payloads were looked for. */
export type ListedInput =
  | { readonly kind: 'file'; readonly path: string; readonly size: number; readonly format: PayloadFormat }
  | { readonly kind: 'zip'; readonly path: string; readonly size: number }
  | Unread;

/** What there is to read, archives opened. */
export type FoundInput =
  | { readonly kind: 'source'; readonly source: PayloadSource }
  /** An archive whose entries follow, those that can be read. */
  | { readonly kind: 'archive'; readonly path: string }
  | Unread;
