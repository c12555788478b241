/** What the rules of a metadata document need to know of the standard that it follows. */
export interface StandardElements {
  /** The names of the standard resources. */
  readonly resources: ReadonlySet<string>;
  /** What a standard field holds: integers, values of a lookup, or something else. Nothing for a local field. */
  readonly kindOf: (resource: string, field: string) => StandardKind | undefined;
  /** True when the endorsement's own rules judge the standard fields, so that those of the document keep quiet. */
  readonly areJudgedElsewhere: boolean;
}

export type StandardKind = 'integer' | 'lookup' | 'other';
