/**
 * The RESO Data Dictionary as data: the facts of one version's spreadsheet, in its order. No definitions, no prose.
 */

/** The data types of the generated features' sentences. Expansions have a target instead. */
export const DATA_TYPES = [
  'Boolean',
  'Date',
  'Timestamp',
  'String',
  'Integer',
  'Decimal',
  'Single Enumeration',
  'Multiple Enumeration',
] as const;
export type DataType = (typeof DATA_TYPES)[number];

interface Element {
  readonly name: string;
  /** Listed synonyms, reduced to letters, digits and underscores, in the sheet's order without repetition. */
  readonly synonyms: readonly string[];
  /** Such as `RESI`, `LAND`. */
  readonly propertyTypes: readonly string[];
  /** Such as `IDX`. */
  readonly payloads: readonly string[];
  /** The sheet's ElementStatus: `Active`, `Proposed`, `Approved`; absent where the sheet says nothing. */
  readonly status?: string;
  /** The element's page of the Data Dictionary Wiki. */
  readonly url?: string;
}

export interface DictionaryField extends Element {
  readonly kind: 'field';
  readonly type: DataType;
  /** Suggested maximum length in characters, of a String. */
  readonly length?: number;
  /** Suggested maximum precision in digits, of a Decimal. */
  readonly precision?: number;
  /** Suggested maximum scale in digits, of a Decimal. */
  readonly scale?: number;
  /** The lookup name, of an enumeration. */
  readonly lookup?: string;
  /** `closed`: "Locked with Enumerations". Whatever else the sheet says is open. */
  readonly lookupStatus?: 'open' | 'open with enumerations' | 'closed';
}

export interface DictionaryExpansion extends Element {
  readonly kind: 'expansion';
  /** The standard resource that it leads to. */
  readonly target: string;
  readonly isCollection: boolean;
}

export type DictionaryElement = DictionaryField | DictionaryExpansion;

export interface DictionaryResource {
  readonly name: string;
  /** Fields and expansions, in spreadsheet order. */
  readonly elements: readonly DictionaryElement[];
}

/** One standard value of a lookup, under its two names. */
export interface DictionaryLookupValue {
  readonly standardValue: string;
  readonly legacyODataValue: string;
  /** Listed synonyms, trimmed, as written. */
  readonly synonyms: readonly string[];
  readonly status?: string;
  readonly url?: string;
}

export interface DictionaryLookup {
  readonly name: string;
  readonly values: readonly DictionaryLookupValue[];
}

/** The content of `generated/<version>/dictionary.json`. */
export interface Dictionary {
  /** Such as `2.0`. */
  readonly version: string;
  readonly resources: readonly DictionaryResource[];
  /** In order of first appearance on the sheet. A lookup name that a field uses and that has no values is not here. */
  readonly lookups: readonly DictionaryLookup[];
}
