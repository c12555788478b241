/** A name of the dictionary that a local name may be near to. */
export interface StandardName {
  readonly name: string;
  /** Listed synonyms of a lookup value. */
  readonly synonyms?: readonly string[];
  /** Its page of the Data Dictionary Wiki. */
  readonly url?: string;
}

/** How a pair of names is near. Distances are Levenshtein edits between the normalised names. */
export interface NearMatch {
  readonly strategy: 'Substring' | 'Edit Distance' | 'Synonym';
  /** Equal but for case, blanks and signs. */
  readonly exactMatch?: true;
  /** One edit away at most, or equal after folding plural endings. */
  readonly closeMatch?: true;
  readonly distance?: number;
  readonly maxDistance?: number;
  /** The ratified text would not call it an error: it is searched because RESO's published tools fail on it. */
  readonly advisory?: true;
}

/** A standard name that a local one is near to. */
export interface NearName {
  readonly standard: StandardName;
  readonly match: NearMatch;
  /** The lower the likelier that it is meant: see `likelihood`. */
  readonly rank: number;
}
