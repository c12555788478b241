export type TokenKind =
  | 'name'
  | 'dollar'
  | 'string'
  | 'typed'
  | 'number'
  | 'date'
  | 'dateTimeOffset'
  | 'timeOfDay'
  | 'guid'
  | 'punctuation'
  | 'end';

/** One word, literal or sign of a query option's value. */
export interface Token {
  readonly kind: TokenKind;
  /** As it stands; of a string or typed literal what is between the quotes, with doubled quotes made single. */
  readonly text: string;
  /** What stands before the quotes of a typed literal: `duration`, or the name of an enumeration type. */
  readonly prefix: string;
  readonly offset: number;
  readonly end: number;
  readonly hasBlankBefore: boolean;
}
