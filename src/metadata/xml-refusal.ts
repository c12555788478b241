/** Ends the reading of a document: where it is at fault, and why. Never leaves the reader. */
export class XmlRefusal extends Error {
  constructor(
    /** The offset of the fault in the text. */
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** Refuses the document at an offset. */
export function refuse(offset: number, message: string): never {
  throw new XmlRefusal(offset, message);
}
