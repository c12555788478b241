/** A type as a property or parameter names it. */
export interface TypeReference {
  /** As written in the document. */
  readonly text: string;
  /** Qualified, alias replaced, without `Collection(…)`. */
  readonly name: string;
  readonly isCollection: boolean;
}
