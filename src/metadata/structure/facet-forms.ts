import { type LexicalForm, like, oneOf, wordFor } from './lexical-form.js';

/** The literals of the standard; XML Schema's 1 and 0 are none of them (OData CSDL XML 4.0, section 17.6). */
export const BOOLEAN: LexicalForm = oneOf(['true', 'false'], 'true or false', {
  '1': 'true',
  yes: 'true',
  '0': 'false',
  no: 'false',
});

// XML Schema's nonNegativeInteger; how large a number may be is what `edmx/facets` looks at.
const WHOLE_NUMBER = /^(?:\+?[0-9]+|-0+)$/;

/** A number that is not negative, such as a precision. */
export const NON_NEGATIVE_INTEGER: LexicalForm = like(WHOLE_NUMBER, 'a whole number that is not negative');

/** OData CSDL XML 4.01, section 7.2.2. */
export const MAX_LENGTH: LexicalForm = {
  expected: 'a whole number or max',
  test: (value) => value === 'max' || WHOLE_NUMBER.test(value),
  meant: wordFor(['max'], { unlimited: 'max', unbounded: 'max', '-1': 'max' }),
};

/** OData CSDL XML 4.01, section 7.2.4. Widespread libraries write `Variable`, which clients take. */
export const SCALE: LexicalForm = {
  expected: 'a whole number, variable or floating',
  test: (value) => WHOLE_NUMBER.test(value) || value === 'floating' || isVariable(value),
  meant: wordFor(['floating']),
};

/** OData CSDL XML 4.01, section 7.2.6. */
export const SRID: LexicalForm = {
  expected: 'a whole number or variable',
  test: (value) => WHOLE_NUMBER.test(value) || isVariable(value),
};

/** The value of an enumeration's member; its range is what `edmx/enum-members` looks at. */
export const MEMBER_VALUE: LexicalForm = like(/^[+-]?[0-9]+$/, 'a whole number');

/** OData CSDL XML 4.01, section 8.6. */
export const ON_DELETE_ACTION: LexicalForm = oneOf(
  ['Cascade', 'None', 'SetNull', 'SetDefault'],
  'Cascade, None, SetNull or SetDefault',
);

/** Any text. */
export const ANY_TEXT: LexicalForm = { expected: 'any text', test: () => true };

/** A URI or a relative reference (RFC 3986, section 4.1). */
export const URI: LexicalForm = { expected: 'a URI', test: isUri };

/** The URI of another document. */
export const DOCUMENT_URI: LexicalForm = {
  expected: 'the URI of a document',
  test: (value) => value.trim() !== '' && URI.test(value),
};

function isUri(value: string): boolean {
  const [, beforeColon] = /^([^/?#:]*):/.exec(value) ?? [];
  if (beforeColon !== undefined && !/^[A-Za-z][A-Za-z0-9+.-]*$/.test(beforeColon)) return false;
  return !/%(?![0-9A-Fa-f]{2})/.test(value) && URL.canParse(value, 'http://localhost/');
}

function isVariable(value: string): boolean {
  return value.toLowerCase() === 'variable';
}
