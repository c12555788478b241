import type { ScannedAttribute } from './markup-scan.js';
import type { XmlLimits } from './xml-limits.js';
import type { OpenElement } from './xml-tree-builder.js';

/** A start tag that is being read. */
export interface StartTag {
  /** As written, with its prefix. */
  readonly name: string;
  /** The offset of its `<`. */
  readonly offset: number;
  /** The attributes that are complete. */
  readonly attributes: readonly ScannedAttribute[];
}

/** The state of a reader when its parser found a fault. */
export interface Failure {
  readonly text: string;
  /** The offset behind what the parser read last. */
  readonly offset: number;
  /** The offset behind the last complete token. */
  readonly tokenStart: number;
  readonly open: readonly OpenElement[];
  /** The element that was closed last. */
  readonly closed: OpenElement | undefined;
  /** The start tag in work, if any. */
  readonly tag: StartTag | undefined;
  readonly limits: XmlLimits;
}

/** A fault by its offset, with the message for people. */
export interface Explained {
  readonly offset: number;
  readonly message: string;
}
