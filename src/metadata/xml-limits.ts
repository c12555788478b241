/** How large a document may be before it is refused instead of read. */
export interface XmlLimits {
  /** The file, in bytes. */
  readonly bytes: number;
  /** Elements inside each other. */
  readonly depth: number;
  /** Attributes of one element, namespace declarations included. */
  readonly attributes: number;
  /** Elements, attributes and pieces of text, taken together, that a document may have whatever its length. */
  readonly nodes: number;
  /** Beyond that many, how many characters of the document there must be for each. */
  readonly charactersPerNode: number;
  /** One attribute value, comment, processing instruction or run of text, in UTF-16 units. */
  readonly token: number;
  /**
   * Characters in long tokens that the parser puts together piece by piece: references, line ends and tabs, and the
   * signs that may end a comment or CDATA section.
   */
  readonly pieces: number;
}

const MIB = 1024 * 1024;

/**
 * The limits that hold unless a caller gives others. CSDL itself nests some twenty elements and has a dozen
 * attributes. What its elements are called takes about 20 characters for each of them and each of their attributes:
 * a document of more than 500,000 that takes less than 15 is no metadata but an attempt to use up memory.
 */
export const XML_LIMITS: XmlLimits = Object.freeze({
  bytes: 64 * MIB,
  depth: 100,
  attributes: 100,
  nodes: 500_000,
  charactersPerNode: 15,
  token: MIB,
  pieces: 2_000_000,
});
