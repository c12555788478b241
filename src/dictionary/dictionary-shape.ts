import { DATA_TYPES } from './dictionary.js';

/** What a key of the dictionary file may hold. */
type Kind =
  | 'text'
  | 'maybe text'
  | 'maybe count'
  | 'texts'
  | 'flag'
  | { readonly choices: ReadonlySet<unknown>; readonly isOptional: boolean };

/** The keys of an object of the dictionary file. */
export type Shape = Readonly<Record<string, Kind>>;

/** Keys of a field or expansion. */
export const ELEMENT: Shape = {
  name: 'text',
  kind: { choices: new Set(['field', 'expansion']), isOptional: false },
  synonyms: 'texts',
  propertyTypes: 'texts',
  payloads: 'texts',
  status: 'maybe text',
  url: 'maybe text',
};

/** Further keys of a field. */
export const FIELD: Shape = {
  type: { choices: new Set(DATA_TYPES), isOptional: false },
  length: 'maybe count',
  precision: 'maybe count',
  scale: 'maybe count',
  lookup: 'maybe text',
  lookupStatus: { choices: new Set(['open', 'open with enumerations', 'closed']), isOptional: true },
};

/** Further keys of an expansion. */
export const EXPANSION: Shape = { target: 'text', isCollection: 'flag' };

/** Keys of a value of a lookup. */
export const LOOKUP_VALUE: Shape = {
  standardValue: 'text',
  legacyODataValue: 'text',
  synonyms: 'texts',
  status: 'maybe text',
  url: 'maybe text',
};
