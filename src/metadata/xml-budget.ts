import type { XmlLimits } from './xml-limits.js';
import { refuse } from './xml-refusal.js';

/** Tokens up to this length are not looked at for pieces: there are too few in each for it to matter. */
const SHORT = 256;

const PIECES: ReadonlySet<number> = new Set([...'\t\n\r&-]?'].map((character) => character.charCodeAt(0)));

/** Keeps count of what a document takes, and refuses it where it goes beyond the limits. */
export class XmlBudget {
  readonly #limits: XmlLimits;
  #nodes = 0;
  #pieces = 0;

  constructor(limits: XmlLimits) {
    this.#limits = limits;
  }

  /** One more element, attribute or piece of text, at that offset. */
  takeNode(offset: number): void {
    this.#nodes += 1;
    const { nodes, charactersPerNode } = this.#limits;
    if (this.#nodes <= nodes || offset >= this.#nodes * charactersPerNode) return;
    refuse(
      offset,
      `The document has more than ${nodes} elements and attributes, too many for its length. Shorten it.`,
    );
  }

  /** A token from `start` to `end` of the text is read. */
  takeToken(text: string, start: number, end: number): void {
    if (end - start <= SHORT) return;
    for (let at = start; at < end; at++) {
      if (PIECES.has(text.charCodeAt(at))) this.#pieces += 1;
    }
    if (this.#pieces <= this.#limits.pieces) return;
    refuse(
      start,
      'Together, the long values and comments of the document are too large to read. Shorten them.',
    );
  }

  /** An element starts inside so many others. */
  checkDepth(ancestors: number, offset: number): void {
    const { depth } = this.#limits;
    if (ancestors < depth) return;
    refuse(
      offset,
      `Elements are nested more than ${depth} deep here. No metadata needs that: remove the nesting.`,
    );
  }

  /** The element that starts at the offset has so many attributes so far. */
  checkAttributes(count: number, offset: number): void {
    const { attributes } = this.#limits;
    if (count <= attributes) return;
    refuse(
      offset,
      `The element has more than ${attributes} attributes. No metadata needs that: remove some.`,
    );
  }

  /** True for a token in work that is longer than any may be. */
  isTooLong(length: number): boolean {
    return length > this.#limits.token;
  }
}
